# O que fica na tela: nomes, rótulos, frases dos painéis. Curto; o resto é espaço em branco.

ui-brand = balcão
ui-contacts = Contatos
ui-companies = Empresas
ui-pipelines = Pipelines
ui-tickets = Tickets
ui-offline = sem rede
ui-sandbox = sandbox
ui-too-small = Esta janela tem { $here }; o balcão precisa de { $wanted }. Aumente-a.

# Listas e painéis
ui-find = buscar
ui-loading = Carregando …
ui-try-again = tentar de novo
ui-not-fresh = Desatualizado: { $sentence }
ui-no-match = Nada corresponde a “{ $text }”.
ui-no-contacts = Ainda não há contatos.
ui-no-companies = Ainda não há empresas.
ui-no-pipelines = Ainda não há negócios.
ui-no-tickets = Ainda não há tickets.
ui-no-activities = Nenhuma nota, tarefa, chamada ou reunião.
ui-nothing-said = Ainda não há mensagens.
ui-none-mine = Nenhum ticket aberto é seu.
ui-none-unassigned = Todo ticket aberto tem responsável.
ui-none-overdue = Nada está em atraso.
ui-none-open = Nenhum ticket está aberto.
ui-more = … e mais { $count }

# A página de um registro
ui-overview = Visão geral
ui-activity = Atividades
ui-open-count = { $count ->
    [0] nenhum aberto
    [one] 1 aberto
   *[other] { $count } abertos
}
ui-overdue-count = { $count } em atraso
ui-email = E-mail
ui-phone = Telefone
ui-mobile = Celular
ui-company = Empresa
ui-contact = Contato
ui-title = Cargo
ui-owner = Responsável
ui-address = Endereço
ui-description = Descrição
ui-website = Site
ui-pipeline = Pipeline
ui-stage = Estágio
ui-amount = Valor
ui-closing = Fechamento
ui-tags = Etiquetas
ui-created = Criado
ui-modified = Modificado
ui-in-desk = No Desk
ui-related = Relacionados
ui-note = Nota
ui-task = Tarefa
ui-call = Chamada
ui-meeting = Reunião
ui-twin-contact = contato { $id }
ui-twin-account = conta { $id }
ui-twin-none = Não está no Desk: ninguém lá tem este e-mail ou domínio. Um novo ticket faz o cadastro.
ui-twin-none-short = não encontrado
ui-twin-ambiguous = Vários correspondem no Desk, e ninguém adivinha: { $names }
ui-twin-ambiguous-short = { $count } correspondem

# Tickets
ui-subject = Assunto
ui-customer = Cliente
ui-channel = Canal
ui-status = Status
ui-priority = Prioridade
ui-priority-short = Prio
ui-agent = Agente
ui-due = Prazo
ui-assignee = Responsável
ui-department = Departamento
ui-mine = Meus
ui-unassigned = Não atribuídos
ui-overdue = Em atraso
ui-all-open = Todos abertos
ui-all-departments = Todos os departamentos
ui-unassigned-one = não atribuído
ui-escalated = escalado
ui-channel-email = e-mail
ui-channel-phone = telefone
ui-channel-web = web
ui-channel-chat = chat
ui-channel-forums = fórum
ui-channel-twitter = Twitter
ui-channel-facebook = Facebook
ui-channel-feedback = feedback
ui-channel-instagram = Instagram
ui-channel-whatsapp = WhatsApp

# Uma conversa
ui-internal = INTERNO
ui-public = PÚBLICO
ui-forwarded = encaminhado
ui-private = PRIVADO
ui-pending = sendo enviado
ui-undelivered = não entregue
ui-desk-draft = rascunho no Desk
ui-edited = editado
ui-summary-only = por enquanto só o começo
ui-to-list = para { $people }
ui-cc-list = cc { $people }
ui-bcc-list = cco { $people }
ui-remote = { $count ->
    [one] 1 imagem remota não foi baixada
   *[other] { $count } imagens remotas não foram baixadas
}
ui-folded = { $count ->
    [one] 1 linha citada
   *[other] { $count } linhas citadas
}
ui-unfold = { $what }, { $key } expande
ui-files = { $count ->
    [one] 1 anexo:
   *[other] { $count } anexos:
}

# Escrever
ui-reply = Responder
ui-reply-all = Responder a todos
ui-forward = Encaminhar
ui-private-comment = Comentário privado
ui-public-comment = Comentário público
ui-from = De
ui-from-default = o endereço do departamento
ui-to = Para
ui-cc = Cc
ui-bcc = Cco
ui-kept = rascunho salvo
ui-held-reply = A resposta ao #{ $number } sai em { $left }
ui-held-forward = O encaminhamento do #{ $number } sai em { $left }
ui-held-comment = O comentário no #{ $number } será publicado em { $left }
ui-fate-held = sai em { $left }
ui-fate-asked = espera por você: o programa terminou antes do envio
ui-fate-sending = sendo enviado …
ui-fate-unknown = a resposta do servidor se perdeu; o ticket é consultado antes de qualquer novo envio
ui-fate-stale = não saiu: o ticket cresceu desde que você escreveu
ui-fate-failed = não saiu. { $reason }
ui-fate-sent = enviado { $when }

# O que flutua
ui-new-ticket = + Ticket
ui-creating = Criando o ticket …
ui-attach-title = Anexar um arquivo
ui-save-title = Salvar { $name } como
ui-drafts = Rascunhos e caixa de saída
ui-no-drafts = Nada à espera: nenhum rascunho, nada a caminho.
ui-search = Pesquisar em todos os tickets
ui-search-how = Digite o que foi dito ou pedido: uma palavra, um nome, um número.
ui-help = Todas as teclas
ui-context-global = Em toda parte
ui-context-list = Em uma lista
ui-context-record = Em um registro
ui-context-ticket = Com um ticket
ui-context-conversation = Em uma conversa
ui-context-filter = Ao filtrar
ui-context-composer = Ao escrever
ui-context-menu = Em um menu
ui-context-form = Em um formulário
ui-context-dialog = Diante de uma pergunta
ui-context-help = Nesta lista

# As ações por extenso: ajuda e docs/keys.md
action-down = próxima linha
action-up = linha anterior
action-page-down = página abaixo
action-page-up = página acima
action-first = ir ao primeiro
action-last = ir ao último
action-open = abrir ou escolher
action-back = um passo atrás; nada do que foi digitado se perde
action-next-pane = próximo painel ou campo
action-previous-pane = painel ou campo anterior
action-next-tab = próxima aba
action-previous-tab = aba anterior
action-show-contacts = Contatos
action-show-companies = Empresas
action-show-pipelines = Pipelines
action-show-tickets = Tickets
action-show-tickets-tab = os tickets do registro
action-find = buscar nesta lista digitando
action-search = pesquisar o que foi dito em todos os tickets
action-choose-department = só os tickets de um departamento
action-new-ticket = + Ticket
action-change-status = mudar o status
action-reply = responder
action-reply-all = responder a todos
action-forward = encaminhar
action-comment-privately = comentar só para agentes
action-comment-publicly = comentar à vista do cliente
action-toggle-fold = expandir ou recolher a citação
action-next-message = próxima mensagem
action-previous-message = mensagem anterior
action-save-attachment = salvar um anexo
action-copy = copiar a mensagem
action-refresh = perguntar ao Zoho de novo agora
action-undo-send = desfazer o envio da mensagem retida
action-show-drafts = rascunhos e caixa de saída
action-send = enviar
action-editor = continuar no $EDITOR
action-attach = anexar um arquivo
action-detach = retirar o último arquivo
action-drop-draft = descartar o rascunho
action-edit = editar mais uma vez
action-drop = descartar
action-help = todas as teclas
action-suspend = pausar (fg traz de volta)
action-quit = sair

# As ações em uma palavra: as dicas ao pé da tela
hint-down = abaixo
hint-up = acima
hint-page-down = página
hint-page-up = página acima
hint-first = primeiro
hint-last = último
hint-open = abrir
hint-back = voltar
hint-next-pane = painel
hint-previous-pane = painel anterior
hint-next-tab = aba
hint-previous-tab = aba anterior
hint-show-contacts = contatos
hint-show-companies = empresas
hint-show-pipelines = pipelines
hint-show-tickets = tickets
hint-show-tickets-tab = tickets
hint-find = buscar
hint-search = pesquisar
hint-choose-department = departamento
hint-new-ticket = ticket
hint-change-status = status
hint-reply = responder
hint-reply-all = todos
hint-forward = encaminhar
hint-comment-privately = comentar
hint-comment-publicly = comentário público
hint-toggle-fold = expandir
hint-next-message = próxima
hint-previous-message = anterior
hint-save-attachment = salvar anexo
hint-copy = copiar
hint-refresh = atualizar
hint-undo-send = desfazer
hint-show-drafts = rascunhos
hint-send = enviar
hint-editor = editor
hint-attach = anexar
hint-detach = desanexar
hint-drop-draft = descartar
hint-edit = editar
hint-drop = descartar
hint-help = todas as teclas
hint-suspend = pausar
hint-quit = sair
hint-composer-back = manter rascunho
hint-composer-next-pane = próximo campo
hint-composer-open = escolher
hint-form-next-pane = próximo
hint-form-open = escolher
hint-form-send = criar
hint-form-back = fechar
hint-menu-open = escolher
hint-menu-back = fechar
hint-dialog-open = escolher
hint-dialog-back = fechar
hint-help-back = fechar
hint-filter-open = abrir
hint-filter-back = pronto
ui-fate-waiting = prestes a sair
ui-not-kept = NÃO SALVO
hint-drafts-open = abrir
hint-drafts-back = fechar
hint-search-back = fechar
hint-prompt-open = escolher
hint-prompt-next-pane = completar
hint-prompt-back = fechar
