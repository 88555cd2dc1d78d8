quote-original = Original message
quote-from = From
quote-date = Date
quote-subject = Subject
quote-to = To
quote-cc = Cc
