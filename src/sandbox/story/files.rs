//! The bytes of attachments: small, real files, made from a number.

use super::super::world::id::mix;

/// Endings that have bytes of their own; the others get text.
const KINDS: [(&str, &str); 8] = [
    ("pdf", "application/pdf"),
    ("png", "image/png"),
    ("csv", "text/csv"),
    ("xml", "application/xml"),
    ("html", "text/html"),
    ("log", "text/plain"),
    ("jpg", "image/png"),
    ("txt", "text/plain"),
];

/// The place of a name's ending in [`KINDS`].
fn kind(name: &str) -> usize {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending).to_lowercase();
    KINDS.iter().position(|(known, _)| *known == ending).unwrap_or(KINDS.len() - 1)
}

/// The media type of a name.
pub fn media(name: &str) -> &'static str {
    KINDS[kind(name)].1
}

/// The number by which a file of that name is told.
pub fn number(name: &str, salt: u64) -> u64 {
    (mix(salt, 0xF11E) >> 8 << 3) | u64::try_from(kind(name)).unwrap_or(0)
}

/// The bytes of the n-th file.
pub fn bytes(n: u64) -> Vec<u8> {
    let kind = usize::try_from(n & 7).unwrap_or(0);
    let salt = n >> 3;
    match KINDS[kind].0 {
        "pdf" => pdf(&format!("Jatoba Sistemas - documento {}", salt % 1_000_000)),
        "png" | "jpg" => png(salt),
        "csv" => csv(salt).into_bytes(),
        "xml" => xml(salt).into_bytes(),
        "html" => b"<!DOCTYPE html><title>anexo</title><p>Anexo de teste.</p>\n".to_vec(),
        _ => log(salt, usize::try_from(20 + salt % 180).unwrap_or(20)).into_bytes(),
    }
}

/// A page with one line, as a PDF with a right cross-reference table.
fn pdf(line: &str) -> Vec<u8> {
    let stream = format!("BT /F1 18 Tf 72 760 Td ({line}) Tj ET");
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R \
         /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>"
            .to_owned(),
        format!("<< /Length {} >>\nstream\n{stream}\nendstream", stream.len()),
    ];
    let mut out = String::from("%PDF-1.4\n");
    let mut places = Vec::new();
    for (n, object) in (1..).zip(&objects) {
        places.push(out.len());
        out.extend([&n.to_string(), " 0 obj\n", object, "\nendobj\n"]);
    }
    let table = out.len();
    out.push_str("xref\n0 5\n0000000000 65535 f \n");
    out.extend(places.iter().map(|place| format!("{place:010} 00000 n \n")));
    out.extend(["trailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n", &table.to_string(), "\n%%EOF\n"]);
    out.into_bytes()
}

/// A grey picture of 16 × 16 points, stored without compression.
fn png(salt: u64) -> Vec<u8> {
    let mut rows = Vec::new();
    for y in 0..16_u64 {
        rows.push(0);
        rows.extend((0..16_u64).map(|x| mix(salt, y * 16 + x).to_le_bytes()[0]));
    }
    let length = u16::try_from(rows.len()).unwrap_or(0);
    let mut data = vec![0x78, 0x01, 0x01];
    data.extend(length.to_le_bytes());
    data.extend((!length).to_le_bytes());
    data.extend(&rows);
    data.extend(adler(&rows).to_be_bytes());
    let mut out = b"\x89PNG\r\n\x1a\n".to_vec();
    chunk(&mut out, *b"IHDR", &[0, 0, 0, 16, 0, 0, 0, 16, 8, 0, 0, 0, 0]);
    chunk(&mut out, *b"IDAT", &data);
    chunk(&mut out, *b"IEND", &[]);
    out
}

fn chunk(out: &mut Vec<u8>, name: [u8; 4], data: &[u8]) {
    out.extend(u32::try_from(data.len()).unwrap_or(0).to_be_bytes());
    let body = [&name[..], data].concat();
    out.extend(&body);
    out.extend(crc(&body).to_be_bytes());
}

fn crc(bytes: &[u8]) -> u32 {
    let step = |crc: u32, _| if crc & 1 == 1 { 0xEDB8_8320 ^ (crc >> 1) } else { crc >> 1 };
    !bytes.iter().fold(u32::MAX, |crc, byte| (0..8).fold(crc ^ u32::from(*byte), step))
}

fn adler(bytes: &[u8]) -> u32 {
    let (a, b) = bytes.iter().fold((1_u32, 0_u32), |(a, b), byte| {
        let a = (a + u32::from(*byte)) % 65_521;
        (a, (b + a) % 65_521)
    });
    (b << 16) | a
}

fn csv(salt: u64) -> String {
    let rows = (0..12 + salt % 30).map(|n| {
        let any = mix(salt, n);
        format!(
            "{};SKU-{:04};{};{},{:02}\r\n",
            5000 + any % 4000,
            any % 9999,
            any % 12 + 1,
            any % 900,
            any % 100
        )
    });
    std::iter::once("pedido;sku;quantidade;valor\r\n".to_owned()).chain(rows).collect()
}

fn xml(salt: u64) -> String {
    let key = format!("{:044}", u128::from(mix(salt, 1)) * u128::from(mix(salt, 2)));
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<retEnviNFe versao=\"4.00\">\n  <cStat>539</cStat>\n  \
         <xMotivo>Rejeicao: Duplicidade de NF-e</xMotivo>\n  <chNFe>{}</chNFe>\n</retEnviNFe>\n",
        &key[..44]
    )
}

/// A log of so many lines.
pub fn log(salt: u64, lines: usize) -> String {
    const EVENTS: [&str; 6] = [
        "INFO  sync: batch sent, 50 rows",
        "DEBUG http: 200 OK in 84 ms",
        "INFO  nfe: autorizada, protocolo 342190001887755",
        "WARN  sync: retry 1 of 10 after timeout",
        "ERROR session: lost at midnight, reconnecting",
        "DEBUG stock: CAD-0921 reserved 1, free 5",
    ];
    let line = |n: u64| {
        let any = mix(salt, n);
        let event = EVENTS[usize::try_from(any % 6).unwrap_or(0)];
        format!("{:02}:{:02}:{:02}.{:03} [{n:05}] {event}\n", n / 600 % 24, n / 10 % 60, n % 60, any % 1000)
    };
    (0..u64::try_from(lines).unwrap_or(0)).map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_what_their_names_say() {
        let of = |name: &str| bytes(number(name, 7));
        assert!(of("a.pdf").starts_with(b"%PDF-1.4") && of("a.pdf").ends_with(b"%%EOF\n"));
        assert!(of("foto.JPG").starts_with(b"\x89PNG"));
        assert!(of("x.csv").starts_with(b"pedido;"));
        assert_eq!(of("x.csv"), of("x.csv"));
        assert_ne!(bytes(number("x.csv", 7)), bytes(number("x.csv", 8)));
        assert_eq!(media("../../etc/passwd"), "text/plain");
    }

    #[test]
    fn check_sums_are_right() {
        assert_eq!(crc(b"IEND"), 0xAE42_6082);
        assert_eq!(adler(b"Wikipedia"), 0x11E6_0398);
    }
}
