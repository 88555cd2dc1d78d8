# As páginas de contatos, empresas e pipelines
tab-overview = Visão geral
tab-tickets = Tickets
tab-tickets-counts =
    { $open ->
        [one] Tickets { $open } aberto · { $overdue } em atraso
       *[other] Tickets { $open } abertos · { $overdue } em atraso
    }
tab-tickets-open =
    { $open ->
        [one] Tickets { $open } aberto
       *[other] Tickets { $open } abertos
    }
tab-activity = Atividade

record-email = E-mail
record-phone = Telefone
record-mobile = Celular
record-title = Cargo
record-owner = Responsável
record-company = Empresa
record-contact = Contato
record-website = Site
record-domain = Domínio
record-address = Endereço
record-stage = Fase
record-amount = Valor
record-closing = Data de fechamento
record-pipeline = Pipeline
record-description = Descrição
record-tags = Etiquetas
record-created = Criado em
record-modified = Alterado em
record-none = –

twin-linked = Vinculado: Desk nº { $id }
twin-looking = Procurando o par no Desk…
twin-none-email = Não está no Desk: ninguém lá tem este e-mail.
twin-no-email = Não buscado no Desk: não há e-mail para procurar.
twin-none-company = Não está no Desk: nenhuma conta lá tem este domínio ou nome.
twin-ambiguous =
    { $count ->
        [one] { $count } par possível no Desk, nenhum foi escolhido: { $names }
       *[other] { $count } pares possíveis no Desk, nenhum foi escolhido: { $names }
    }

activity-note = Nota
activity-task = Tarefa
activity-call = Chamada
activity-meeting = Reunião
activity-done = concluída
activity-due = vence { $when }

status-line-offline = sem conexão: mostrando o que se sabe
status-line-sandbox = sandbox
