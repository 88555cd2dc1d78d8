# O que foi escrito e não saiu
held-reply = A resposta ao #{ $number } sai em { $left }
held-forward = O encaminhamento do #{ $number } sai em { $left }
held-comment = O comentário no #{ $number } será publicado em { $left }
sending-reply = A resposta ao #{ $number } está sendo enviada …
sending-forward = O encaminhamento do #{ $number } está sendo enviado …
sending-comment = O comentário no #{ $number } está sendo publicado …
looking-up = #{ $number }: verificando se a sua mensagem chegou …
fate-held = sai em { $left }
fate-asked = espera por você: o programa terminou antes do envio
fate-sending = sendo enviado …
fate-unknown = a resposta do servidor se perdeu; o ticket é consultado antes de qualquer novo envio
fate-stale = não saiu: o ticket cresceu desde que você escreveu
fate-failed = não saiu. { $reason }
fate-elsewhere = está com outro balcao nesta máquina
fate-sent = enviado { $when }
drafts-title = Rascunhos e caixa de saída
drafts-none = Nada à espera: nenhum rascunho, nada a caminho.
fate-held-here = sai em { $left } · { $key } traz de volta
fate-no-network = espera pela rede — será enviada quando ela voltar
fate-take-back = { $key } traz de volta
fate-checking = a resposta se perdeu; verificando se chegou · { $left }
fate-checking-last = a resposta se perdeu; verificando se chegou …
held-no-network =
    { $count ->
        [one] { $count } mensagem espera pela rede e será enviada quando ela voltar
       *[other] { $count } mensagens esperam pela rede e serão enviadas quando ela voltar
    }
