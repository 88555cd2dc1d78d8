quote-original = Mensagem original
quote-from = De
quote-date = Data
quote-subject = Assunto
quote-to = Para
quote-cc = Cc
