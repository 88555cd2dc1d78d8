# O que o programa diz, pergunta e recusa enquanto se trabalha

# Feito, ou simplesmente assim
notice-copied = Copiado para a área de transferência.
notice-too-long-to-copy = A mensagem é longa demais para a área de transferência do terminal; nada foi copiado.
notice-created = O ticket #{ $number } foi criado.
notice-draft-continued = Você continua o rascunho que deixou aqui ({ $when }).
notice-draft-in-memory = Guardado até o programa terminar; nada é salvo nesta máquina.
notice-draft-not-kept = Ainda não salvo: fica aqui até o programa terminar, e tenta-se de novo.
notice-not-queued = Não enviado. { $why }
notice-not-queued-here = Não enviada: o texto fica aqui.
notice-grown =
    { $count ->
        [one] Sua mensagem no #{ $number } não foi enviada: chegou uma entrada nova enquanto você escrevia. A pergunta vem quando você terminar aqui.
       *[other] Sua mensagem no #{ $number } não foi enviada: chegaram { $count } entradas novas enquanto você escrevia. A pergunta vem quando você terminar aqui.
    }
notice-draft-kept = Guardado como rascunho.
notice-drafts-waiting =
    { $count ->
        [one] Há { $count } rascunho à espera: { $key } o mostra.
       *[other] Há { $count } rascunhos à espera: { $key } os mostra.
    }
notice-unsent-waiting =
    { $count ->
        [one] { $count } mensagem não saiu: { $key } mostra qual e por quê.
       *[other] { $count } mensagens não saíram: { $key } mostra quais e por quê.
    }
notice-draft-here = Você deixou um rascunho aqui ({ $when }): responda do mesmo modo para continuar, ou { $key } para ver todos.
notice-editor-left-nothing = O editor devolveu um texto vazio. O que você tinha escrito fica.
notice-form-kept = O formulário fica guardado: + para o mesmo cliente continua com ele.
notice-form-continued = Você continua o formulário que deixou ({ $when }).
notice-draft-copied = Este rascunho está aberto em outro balcao: você continua com uma cópia.
notice-record-deleted = { $name } foi excluído no Bigin.
notice-saved-to = Salvo em { $path }.
notice-sent = Enviado: já está no ticket.
notice-status-not-set = O status do #{ $number } não foi alterado. { $why }
notice-status-set = #{ $number } agora está { $status }.
notice-saved-again = Há espaço de novo: o que você escreveu está salvo.
notice-late-sent = Sua resposta chegou tarde: a mensagem do #{ $number } já tinha sido enviada.
notice-late-leaving = Sua resposta chegou tarde: a mensagem do #{ $number } já está a caminho.
notice-late-elsewhere = Nada foi feito: a mensagem do #{ $number } está com outro balcao nesta máquina. Responda lá.
notice-late-gone = Nada foi feito: a mensagem do #{ $number } já foi retomada ou descartada em outro lugar.
notice-failed = Sua mensagem em #{ $number } não foi enviada: abaixo dela está o porquê.
notice-nothing-held = Nenhuma mensagem está retida; não há nada a desfazer.

# Por enquanto não é possível
notice-no-attachments = Nenhuma mensagem deste ticket tem anexos.
notice-no-customer = Um ticket precisa de uma pessoa: escolha antes um contato, um negócio com contato ou outro ticket.
notice-company-nobody = Um ticket precisa de uma pessoa, e ninguém desta empresa está no Bigin. Adicione um contato lá ou abra um dos tickets dela.
notice-paste-ignored = Não há campo de texto aqui para colar; nada foi feito.
notice-paste-too-long = Foi colado mais de um megabyte: o fim ficou de fora. Anexe-o como arquivo.
notice-paste-cut = Uma linha não comporta tudo o que foi colado; ficou só o começo.
notice-statuses-unknown = Os status do portal ainda não chegaram. Atualize e tente de novo.
notice-still-loading = A conversa ainda está a caminho. Tente de novo em instantes.
editor-failed-because = O editor terminou com erro ({ $why }). Seu texto está como antes.
pager-failed-because = O paginador terminou com erro ({ $why }). Aponte PAGER para um que funcione aqui.

# Não permitido
refused-create = Seu perfil no Desk não pode criar tickets. Um administrador do Desk pode mudar isso.
refused-edit = Seu perfil no Desk não pode alterar tickets. Um administrador do Desk pode mudar isso.
refused-close = Seu perfil no Desk não pode fechar tickets. Um administrador do Desk pode mudar isso.
refused-send = Seu perfil no Desk não pode enviar e-mails. Um administrador do Desk pode mudar isso.
refused-comment = Seu perfil no Desk não pode comentar em tickets. Um administrador do Desk pode mudar isso.

# Antes do envio
dialog-before-sending = Antes de enviar
dialog-cannot-send = Ainda não é possível enviar
concern-nobody = Não há ninguém em Para.
concern-no-sender = Não há endereço de envio. Escolha um em De; se não houver nenhum, um administrador do Desk pode adicioná-lo.
concern-bad-address = “{ $address }” não é um endereço que receba e-mails.
concern-empty = A mensagem está vazia.
concern-too-long = Um comentário tem no máximo { $most } caracteres, e este tem { $over } a mais. Encurte o texto ou anexe-o como arquivo.
concern-hidden = O texto contém algo que quem lê não vê: { $what }. Pode ter vindo com algo colado.
concern-no-subject = O assunto está vazio.
concern-added = Incluídos desde a última mensagem: { $people }.
concern-dropped = Retirados desde a última mensagem: { $people }.
concern-outside = De fora, nem nosso nem do cliente: { $people }.
concern-nothing-attached = O texto fala de um anexo, mas não há nada anexado.

# Perguntas
dialog-news-title = O ticket cresceu
dialog-news =
    { $count ->
        [one] Chegou { $count } novidade ao #{ $number } enquanto você escrevia. Sua mensagem não saiu.
       *[other] Chegaram { $count } novidades ao #{ $number } enquanto você escrevia. Sua mensagem não saiu.
    }
dialog-left-title = Uma mensagem não saiu
dialog-left-held = O programa terminou enquanto ela estava retida, e nada foi enviado. Enviar, editar ou descartar?
outbox-stale = Não foi enviada: o ticket cresceu desde que você escreveu. Enviar, editar ou descartar?
dialog-elsewhere = Esta mensagem está com outro balcao nesta máquina, que pergunta sobre ela lá. Se ele terminar, a pergunta aparece aqui.
dialog-held = Ela está retida e sai sozinha quando o prazo terminar. Enviar agora, editar ou descartar?
dialog-waiting = A rede estava fora, e ela não saiu. Será enviada sozinha quando a rede voltar. Enviar agora, editar ou descartar?
dialog-left-what = Ticket #{ $number }: { $to }
dialog-drop-title = Descartar este rascunho?
dialog-drop-message-title = Descartar esta mensagem?
dialog-drop = O que você escreveu se perde de vez.
dialog-quit-title = Sair agora?
dialog-quit-held =
    { $count ->
        [one] { $count } mensagem está retida e não saiu. O programa pergunta por ela no próximo início.
       *[other] { $count } mensagens estão retidas e não saíram. O programa pergunta por elas no próximo início.
    }
dialog-quit-unkept =
    { $count ->
        [one] Nada pode ser guardado nesta máquina: { $count } texto não enviado se perde quando você sair. Envie-o antes, ou saia mesmo assim.
       *[other] Nada pode ser guardado nesta máquina: { $count } textos não enviados se perdem quando você sair. Envie-os antes, ou saia mesmo assim.
    }
dialog-quit-waiting =
    { $count ->
        [one] { $count } mensagem espera pela rede. Na próxima vez que o programa abrir, ela será enviada quando a rede voltar.
       *[other] { $count } mensagens esperam pela rede. Na próxima vez que o programa abrir, elas serão enviadas quando a rede voltar.
    }
dialog-quit-unsaved =
    { $count ->
        [one] { $count } rascunho não pôde ser salvo e se perderia. Libere espaço e fique, ou saia mesmo assim.
       *[other] { $count } rascunhos não puderam ser salvos e se perderiam. Libere espaço e fique, ou saia mesmo assim.
    }
answer-send = enviar
answer-send-anyway = enviar mesmo assim
answer-edit = editar
answer-drop = descartar
answer-keep = manter
answer-later = decidir depois
answer-look = ler o que é novo
answer-quit = sair
answer-stay = ficar

# Menus e o formulário de + Ticket
menu-assignee = Responsável
menu-attachment = Salvar qual anexo?
menu-attachment-elsewhere = Nenhum arquivo nesta mensagem. Salvar outro do ticket?
menu-channel = Canal
menu-customer = Várias pessoas no Desk correspondem: de quem é o ticket?
menu-customer-company = De quem é o ticket?
menu-department = Departamento
menu-from = Enviar de
menu-priority = Prioridade
menu-status = Status do #{ $number }
queue-all-departments = Todos os departamentos
queue-cut-of = { $here } de { $all } estão aqui: cada lista é lida até 2 000 tickets, os mais novos primeiro. Os outros: no cliente ou com { $key }.
queue-cut = Nem todos estão aqui: cada lista é lida até 2 000 tickets, os mais novos primeiro. Os outros: no cliente ou com { $key }.
status-kind-open = aberto
status-kind-on-hold = em espera
status-kind-closed = fechado
form-none = em branco
form-needs-department = Escolha o departamento: ele nunca é adivinhado.
form-needs-subject = O ticket precisa de um assunto.
form-unknown = A resposta se perdeu: o Desk pode ter este ticket. Enviar de novo primeiro o procura e não cria nada sem perguntar.
dialog-not-found-title = Criar de novo?
dialog-not-found = O Desk não lista este ticket. Talvez não tenha chegado, ou a lista esteja um pouco atrasada: um minuto depois é mais seguro.
answer-look-again = procurar de novo
answer-create-again = criar agora

# O que deu errado. $why é técnico e em inglês; $message é do próprio serviço.
error-zoho-host = { $name } = { $url } não é um endereço que possa ser usado. Escreva https:// e só o host, como https://desk.zoho.eu (http:// apenas nesta máquina).
error-zoho-centre = “{ $name }” não é um data center do Zoho. Escreva um destes no perfil: { $known }.
error-zoho-client = O cliente de rede não pôde iniciar. Instale os certificados raiz (ca-certificates) e tente de novo. ({ $why })
error-zoho-token-file = { $path }, que guarda o acesso de uma hora, não pode ser usado. Rode chmod 600 nele, ou apague-o. ({ $why })
error-zoho-offline = Não foi possível alcançar o { $service }, e nada foi enviado. Verifique a rede; o que se sabe continua aqui.
error-zoho-slow = O { $service } demorou demais para responder. Tente de novo.
error-zoho-broken = A conexão com o { $service } foi interrompida. Tente de novo.
error-zoho-unknown = A resposta se perdeu, e o Zoho pode ter feito o que foi pedido. Confira antes de tentar de novo.
error-zoho-sign-in = O Zoho não aceita a autenticação ({ $code }). Confira client_id, client_secret, refresh_token e o data center no perfil; um sandbox dá outros ao ser reiniciado.
error-zoho-sign-in-busy =
    { $count ->
        [one] O Zoho não dá mais tokens de acesso por enquanto. Espere cerca de { $count } minuto; outros programas podem usar a mesma autenticação.
       *[other] O Zoho não dá mais tokens de acesso por enquanto. Espere cerca de { $count } minutos; outros programas podem usar a mesma autenticação.
    }
error-zoho-forbidden = O { $service } não permite isso: { $message } ({ $code }). Peça a permissão a um administrador, ou autentique-se de novo com o escopo.
error-zoho-not-found = O { $service } não tem mais isso, ou não o mostra a você. Atualize a lista.
error-zoho-refused = { $service } recusou o pedido: { $message } ({ $code }). Corrija o que ele aponta.
error-zoho-busy = O { $service } não aceita mais chamadas deste portal por enquanto. Espere um pouco e tente de novo.
error-zoho-spent = Os créditos de API do dia no { $service } acabaram. O que se sabe continua aqui; enviar volta a funcionar mais tarde.
error-zoho-spent-minutes =
    { $count ->
        [one] Os créditos de API do dia no { $service } acabaram. O que se sabe continua aqui; enviar volta a funcionar em cerca de { $count } minuto.
       *[other] Os créditos de API do dia no { $service } acabaram. O que se sabe continua aqui; enviar volta a funcionar em cerca de { $count } minutos.
    }
error-zoho-spent-hours =
    { $count ->
        [one] Os créditos de API do dia no { $service } acabaram. O que se sabe continua aqui; enviar volta a funcionar em cerca de { $count } hora.
       *[other] Os créditos de API do dia no { $service } acabaram. O que se sabe continua aqui; enviar volta a funcionar em cerca de { $count } horas.
    }
error-zoho-down = O { $service } está com uma falha própria (HTTP { $status }). Tente de novo em alguns minutos.
error-zoho-garbled = A resposta do { $service } não faz sentido. Confira os endereços do perfil e se há um proxy no caminho; o log diz mais.
error-zoho-foreign = O arquivo está em { $host }, que não é um dos hosts deste perfil: não foi buscado. Abra-o no navegador.
error-zoho-file = O arquivo { $name } não pôde ser transferido. Tente de novo. ({ $why })
error-not-arrived = O Desk não recebeu a mensagem em { $count } tentativas. Envie de novo mais tarde, ou edite-a.
error-not-a-file = { $path } é uma pasta ou um dispositivo. Escolha um arquivo.
error-name-taken = { $path } e mais mil arquivos com esse nome já existem. Escolha outro nome.
error-file = { $path } não pode ser usado: { $why }.
error-why-not-found = não existe
error-why-denied = falta permissão
error-why-exists = já existe
error-why-full = o disco está cheio
error-why-read-only = o disco só permite leitura
error-why-folder = é uma pasta
error-why-no-folder = uma parte do caminho não é pasta
error-why-name = o nome é longo demais ou não é permitido
error-why-no-text = não é texto puro
error-no-ticket = Não há ticket { $number }. Pode ter sido excluído, ou você não tem acesso a ele.
error-ticket-gone = Este ticket foi excluído no Desk; você vê o que se sabia antes.
error-no-record = O registro { $id } não existe mais. Atualize a lista.
error-too-large = { $name } passa dos 20 MB que o Desk aceita. Escolha um arquivo menor.

# O que flutua
form-title = + Ticket
form-creating = Criando o ticket …
prompt-attach = Anexar um arquivo
prompt-no-path = Digite um caminho: uma pasta, ou uma pasta e um nome.
prompt-saving = Salvando …
prompt-save = Salvar { $name } como
search-title = Buscar
search-how = Digite uma palavra, um nome, um número. O que foi lido aqui responde na hora; o Desk, um instante depois.
search-asking = O Desk também está sendo consultado …
search-answered =
    { $count ->
        [0] O Desk não encontrou mais nada. O que é novo lá pode levar minutos para ser encontrado.
        [one] Mais { $count } do Desk. O que é novo lá pode levar minutos para ser encontrado.
       *[other] Mais { $count } do Desk. O que é novo lá pode levar minutos para ser encontrado.
    }
search-failed = Só o que foi lido aqui: { $sentence }
search-in-desk = do Desk
