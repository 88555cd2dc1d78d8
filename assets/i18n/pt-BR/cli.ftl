# A linha de comando. Nomes de campos e marcas de mensagens são os da tela.
cli-id = Id
cli-name = Nome
cli-number = Nº
cli-none-found = Nada encontrado.
cli-more =
    { $count ->
        [one] … e mais { $count }; use --limit.
       *[other] … e mais { $count }; use --limit.
    }
cli-ticket-counts = { $all } no total, { $open } em aberto, { $overdue } em atraso
cli-stale = { $reason } Isto é o que se sabia { $age }.
cli-not-in-desk = Este cliente não está no Desk: ninguém lá tem este e-mail ou domínio.
cli-me-unknown = Não se sabe quem você é no Desk: nada foi buscado ainda. Tente de novo sem --cached.

cli-no-such-contact = Não há contato “{ $id }” no Bigin.
cli-no-such-company = Não há empresa “{ $id }” no Bigin.
cli-no-such-deal = Não há negócio “{ $id }” no Bigin.
cli-near = Parecidos: { $known }.
cli-several = Há vários com o nome “{ $id }”; indique qual pelo id: { $known }.
cli-no-such-ticket = Não há ticket “{ $id }”. Use o número (1042) ou o id.
cli-no-such-status = “{ $name }” não é um status deste portal. Conhecidos: { $known }.
cli-no-such-department = Não há departamento “{ $name }”. Conhecidos: { $known }.
cli-no-such-priority = “{ $name }” não é uma prioridade deste portal. Conhecidas: { $known }.
cli-no-such-channel = “{ $name }” não é um canal deste portal. Conhecidos: { $known }.
cli-no-such-assignee = Não há agente ativo { $name } neste portal. Conhecidos: { $known }.
cli-no-such-sender = O departamento deste ticket não envia pelo endereço { $name }. Conhecidos: { $known }.

cli-type-text = Digite o texto; Ctrl-D em uma linha vazia encerra.
cli-not-utf8 = A entrada padrão não é texto em UTF-8. Um arquivo vai com --attach.
cli-needs-subject = Um ticket precisa de assunto.
cli-created = O ticket #{ $number } foi criado.
cli-status-changed = #{ $number }: { $before } → { $after }
cli-sent = Enviado em #{ $number }.
cli-commented = Comentado em #{ $number }.
cli-cannot-send = Não enviado: { $reason }
cli-refused-check = Não enviado: { $reason } Use --yes para enviar mesmo assim.
cli-grown =
    { $count ->
        [one] Não enviado: #{ $number } tem { $count } entrada nova. Leia e envie de novo, ou use --yes.
       *[other] Não enviado: #{ $number } tem { $count } entradas novas. Leia e envie de novo, ou use --yes.
    }
cli-looking = A resposta se perdeu: verificando se a mensagem chegou (ainda até { $seconds } s) …
cli-resumed = A mesma mensagem para #{ $number } já estava a caminho: continuando com ela.
cli-unknown = { $reason } A mensagem espera na caixa de saída; o mesmo comando, repetido, verifica antes de enviar qualquer coisa.
cli-taken = A mensagem para #{ $number } está sendo enviada por outro balcao. Confira o ticket antes de enviar de novo.

cli-as-needs-sandbox = --as escolhe entre os agentes de um sandbox. Informe também --sandbox URL, ou use: balcao demo --as EMAIL.
cli-no-such-agent = { $name } não é agente deste sandbox. Os agentes são: { $known }.
cli-sandbox-address = “{ $url }” não é o endereço de um sandbox. --sandbox espera o que balcao sandbox diz ao iniciar, como http://127.0.0.1:8300.
cli-sandbox-away = Nenhum sandbox responde em { $url }. Inicie um com: balcao sandbox.
cli-no-sandbox = O que responde em { $url } não é um sandbox do balcao. Inicie um com: balcao sandbox.
cli-sandbox-failed = O sandbox não pode iniciar ou continuar. Escolha outro --listen ou --data e tente de novo. ({ $why })
cli-unknown-unkept = { $reason } Nada pode ser guardado nesta máquina: veja o ticket antes de enviar de novo.
cli-no-such-attachment = O ticket não tem o anexo “{ $name }”. Conhecidos: { $known }.
cli-twin-contact = contato { $id }
cli-twin-contacts = { $count } contatos
cli-twin-account = conta { $id }
cli-trace-failed = Não é possível gravar o rastro em “{ $file }”. Indique um arquivo numa pasta em que você possa gravar. ({ $why })

# O que nunca foi buscado; segue-se o conselho, ou por que o Zoho não é consultado.
cli-never-cached = Use o comando uma vez sem --cached.
cli-never-contacts = Os contatos nunca foram buscados: nada se sabe deles.
cli-never-companies = As empresas nunca foram buscadas: nada se sabe delas.
cli-never-deals = Os negócios nunca foram buscados: nada se sabe deles.
cli-never-tickets = Esta lista de tickets nunca foi buscada: não se sabe o que há nela.
cli-never-ticket = O ticket “{ $id }” nunca foi buscado: não se sabe se existe.
cli-never-talk = O que foi dito em #{ $number } nunca foi buscado.
cli-never-desk = Ainda não se procurou “{ $name }” no Desk: os tickets não são conhecidos.
cli-never-activities = As atividades de “{ $name }” nunca foram buscadas.
cli-never-portal = O que este portal tem nunca foi buscado.
cli-whose-tickets = não se sabe: falta decidir de quem são
cli-not-fetched = ainda não buscado

# Um disco cheio, ou que falha
cli-store-full = O disco está cheio: nada pode ser salvo. Libere espaço e tente de novo.
cli-store-failing = O disco não aceita mais nada: está cheio ou com falha. Libere espaço e tente de novo. ({ $reason })
cli-store-other = O cache falhou. Tente de novo. ({ $reason })
cli-left-same = Não enviado: a mesma mensagem para #{ $number } já está na caixa de saída, e nada pode ser gravado lá agora. Libere espaço ou permita a gravação; o mesmo comando então continua com essa mensagem.
cli-left-unread = Não enviado: a caixa de saída não pode ser lida, e não se sabe se a mesma mensagem já está a caminho. Permita a leitura e tente de novo.
cli-left-behind = A mensagem fica na caixa de saída: o mesmo comando continua com ela, e a tela a mostra.
cli-unnoted = Foi enviada, mas isso não pôde ser anotado aqui. A mesma mensagem, de novo, seria tomada por esta.
