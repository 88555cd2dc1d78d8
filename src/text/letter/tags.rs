//! What each HTML element means for a reader.

/// What to do with an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// Not for readers: gone with everything in it.
    Drop,
    /// Has no content and shows nothing.
    Nothing,
    /// `br`, `hr`, `img`: has no content and shows something.
    Void,
    /// Starts and ends lines; written as the element named here.
    Block(&'static str),
    /// Lies in the text; written as the element named here.
    Inline(&'static str),
    /// Part of a table: data tables keep it, tables made for layout become blocks.
    Table,
    /// Only its content matters.
    Through,
}

pub(super) fn role(name: &str) -> Role {
    match name {
        "script" | "style" | "title" | "template" | "svg" | "math" | "object" | "iframe" | "audio"
        | "video" | "canvas" | "select" | "datalist" | "noembed" | "noframes" | "map" | "applet" | "xml" => {
            Role::Drop
        }
        "meta" | "link" | "input" | "col" | "wbr" | "area" | "base" | "embed" | "source" | "track"
        | "param" | "basefont" | "bgsound" | "frame" | "colgroup" | "keygen" => Role::Nothing,
        "br" | "hr" | "img" => Role::Void,
        "p" => Role::Block("p"),
        "ul" | "menu" | "dir" => Role::Block("ul"),
        "ol" => Role::Block("ol"),
        "li" => Role::Block("li"),
        "blockquote" => Role::Block("blockquote"),
        "pre" | "xmp" | "listing" => Role::Block("pre"),
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => Role::Block("h3"),
        "div" | "section" | "article" | "header" | "footer" | "main" | "nav" | "aside" | "center"
        | "address" | "form" | "fieldset" | "figure" | "figcaption" | "details" | "summary" | "dl" | "dt"
        | "dd" | "legend" | "caption" | "textarea" => Role::Block("div"),
        "b" | "strong" => Role::Inline("b"),
        "i" | "em" | "cite" | "dfn" | "var" => Role::Inline("i"),
        "s" | "strike" | "del" => Role::Inline("s"),
        "code" | "tt" | "kbd" | "samp" => Role::Inline("code"),
        "a" => Role::Inline("a"),
        "table" | "thead" | "tbody" | "tfoot" | "tr" | "td" | "th" => Role::Table,
        _ => Role::Through,
    }
}
