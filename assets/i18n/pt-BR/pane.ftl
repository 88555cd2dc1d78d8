# Telas, painéis e seus quatro estados honestos
screen-contacts = Contatos
screen-companies = Empresas
screen-pipelines = Pipelines
screen-tickets = Tickets
screen-settings = Configurações

pane-loading = Carregando…
pane-loading-slow = Ainda carregando, { $seconds } s até agora…
pane-empty-contacts = Nenhum contato aqui ainda.
pane-empty-companies = Nenhuma empresa aqui ainda.
pane-empty-pipelines = Nenhum negócio aqui ainda.
pane-empty-tickets = Nenhum ticket.
pane-empty-mine = Nada atribuído a você.
pane-empty-unassigned = Todo ticket tem responsável.
pane-empty-overdue = Nada em atraso.
pane-empty-open = Nenhum ticket aberto.
pane-empty-activity = Nenhuma nota, tarefa, chamada ou reunião.
pane-empty-conversation = Nada foi dito neste ticket ainda.
pane-empty-search = Nada corresponde a “{ $text }”. Esc limpa a busca.
pane-nothing-chosen = Escolha um à esquerda para ler aqui.
pane-error = { $reason } Pressione { $key } para tentar de novo.
pane-stale = Dados de { $age }. { $reason }
pane-age = { $age }
pane-refreshing = atualizando…
pane-position = { $place } de { $total }
pane-count =
    { $count ->
        [one] { $count } registro
       *[other] { $count } registros
    }
pane-found =
    { $count ->
        [one] { $count } resultado
       *[other] { $count } resultados
    }
pane-find = Buscar
pane-too-small = A janela é pequena demais: use pelo menos { $columns }×{ $rows }.
pane-more =
    { $count ->
        [one] mais { $count }
       *[other] mais { $count }
    }
