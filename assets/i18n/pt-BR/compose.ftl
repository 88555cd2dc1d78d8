# O editor de mensagens, as verificações antes do envio, a citação
compose-reply = Responder
compose-reply-all = Responder a todos
compose-forward = Encaminhar
compose-comment-private = Comentário privado
compose-comment-public = Comentário público
compose-from = De
compose-to = Para
compose-cc = Cc
compose-bcc = Cco
compose-subject = Assunto
compose-files = Anexos
compose-body = Mensagem
compose-no-from = Este departamento não tem endereço de envio. Um administrador do Desk pode adicionar um.
compose-new-people =
    { $count ->
        [one] +{ $count } novo: { $names }
       *[other] +{ $count } novos: { $names }
    }
compose-bad-address = “{ $text }” não é um endereço que receba e-mails.
compose-attach = Arquivo para anexar
compose-attached = { $name } anexado ({ $size }).
compose-no-file = Não existe o arquivo { $path }.
compose-file-too-large = { $name } tem { $size }: o Desk aceita no máximo { $limit }.
compose-forward-prefix = Enc:
compose-reply-prefix = Re:

draft-saved = rascunho salvo
draft-saving = salvando o rascunho…
draft-unsaved = RASCUNHO NÃO SALVO: { $reason }
draft-kept = Guardado como rascunho.
draft-dropped = O rascunho foi descartado; u o traz de volta.
draft-offer = Você tem um rascunho de { $when } em #{ $number }.
draft-list =
    { $count ->
        [one] { $count } rascunho
       *[other] { $count } rascunhos
    }

editor-opened = Aguardando seu editor…
editor-unchanged = O editor não mudou nada.
editor-failed = O editor terminou com erro; seu texto está como antes.

check-title = Antes de enviar
check-empty-subject = O assunto está vazio.
check-empty-body = A mensagem está vazia.
check-no-recipient = Ninguém está em Para.
check-missing-attachment = O texto diz “{ $word }”, mas nada está anexado.
check-added = Adicionados desde a última mensagem: { $names }
check-dropped = Retirados desde a última mensagem: { $names }
check-outside = Fora dos seus domínios: { $names }
check-grown =
    { $count ->
        [one] { $count } novidade chegou enquanto você escrevia:
       *[other] { $count } novidades chegaram enquanto você escrevia:
    }
check-send-anyway = { $key } envia mesmo assim
check-back = { $key } volta ao texto
check-attachment-words = anexo, anexado, anexada, em anexo, segue o arquivo, anexei

quote-original = Mensagem original
quote-from = De
quote-date = Data
quote-subject = Assunto
quote-to = Para
quote-cc = Cc
