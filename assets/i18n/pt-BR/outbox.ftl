# Envio: a espera, o desfazer e o destino de cada mensagem
send-held = Envia em { $left } · { $key } desfaz
send-held-many =
    { $count ->
        [one] { $count } mensagem espera, a próxima sai em { $left } · { $key } desfaz
       *[other] { $count } mensagens esperam, a próxima sai em { $left } · { $key } desfaz
    }
send-undone = Não enviada: seu texto voltou.
send-too-late = Tarde demais para desfazer: já está a caminho.
send-nothing-to-undo = Nada espera para ser enviado.
send-offline = Sem conexão: será enviada quando a conexão voltar.

fate-held = em espera
fate-asked = em espera: enviar, editar ou descartar?
fate-sending = enviando…
fate-unknown = a resposta se perdeu: verificando se o Desk a recebeu
fate-stale = parada: o ticket cresceu, leia o que é novo
fate-failed = não enviada: { $reason }
fate-sent = enviada { $when }
fate-commented = O comentário está no ticket.

outbox-title = À espera de envio
outbox-asked =
    { $count ->
        [one] O programa terminou com { $count } mensagem em espera. Nada foi enviado.
       *[other] O programa terminou com { $count } mensagens em espera. Nada foi enviado.
    }
outbox-send = enviar
outbox-edit = editar
outbox-drop = descartar
outbox-retry = tentar de novo
outbox-found = Ela tinha chegado: o Desk a recebeu, e não foi enviada duas vezes.
outbox-not-found = Ela não tinha chegado: foi enviada agora.
