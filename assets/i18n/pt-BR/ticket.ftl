# Listas de tickets e a conversa
scope-mine = Meus
scope-unassigned = Sem responsável
scope-overdue = Em atraso
scope-open = Todos abertos
scope-department = Departamento
scope-all-departments = Todos os departamentos

ticket-number = Nº
ticket-subject = Assunto
ticket-status = Status
ticket-priority = Prioridade
ticket-due = Vencimento
ticket-channel = Canal
ticket-assignee = Responsável
ticket-department = Departamento
ticket-contact = Contato
ticket-company = Empresa
ticket-created = Criado em
ticket-closed = Fechado em
ticket-unassigned = sem responsável
ticket-no-subject = (sem assunto)
ticket-no-priority = –
ticket-escalated = escalado
ticket-unread = não lido
ticket-threads =
    { $count ->
        [one] { $count } mensagem
       *[other] { $count } mensagens
    }
ticket-comments =
    { $count ->
        [one] { $count } comentário
       *[other] { $count } comentários
    }

status-open = Aberto
status-on-hold = Em espera
status-closed = Fechado
status-choose = Escolha um status
status-current = atual
status-changed = #{ $number } agora está { $status }.
status-changing = Alterando o status…

entry-internal = INTERNO
entry-public = PÚBLICO
entry-forwarded = encaminhada
entry-draft = rascunho no Desk
entry-pending = sendo enviada
entry-failed = NÃO ENVIADA
entry-edited = editado { $when }
entry-description = primeira mensagem
entry-to = para { $names }
entry-cc = cc { $names }
entry-missing = O texto ainda não foi buscado; estas são as primeiras palavras.

letter-quoted =
    { $count ->
        [one] { $count } linha citada, { $key } abre
       *[other] { $count } linhas citadas, { $key } abre
    }
letter-quoted-open =
    { $count ->
        [one] { $count } linha citada, { $key } fecha
       *[other] { $count } linhas citadas, { $key } fecha
    }
letter-remote =
    { $count ->
        [one] { $count } imagem remota não foi buscada
       *[other] { $count } imagens remotas não foram buscadas
    }
letter-cut = A mensagem é maior do que cabe aqui: este é o começo.
letter-link = Link { $number }: { $target }

trick-badge = texto oculto: { $tricks }
trick-control = códigos de controle
trick-bidi = direção de leitura invertida
trick-zero-width = caracteres invisíveis dentro de palavras
trick-marks = marcas empilhadas
trick-invisible = letras invisíveis

attachment-list =
    { $count ->
        [one] { $count } anexo: { $names }
       *[other] { $count } anexos: { $names }
    }
attachment-save-to = Salvar em
attachment-saving = Salvando { $name }…
attachment-saved = Salvo em { $path }.
attachment-exists = { $path } já existe; nada foi sobrescrito. Escolha outro nome.

new-ticket = + Ticket
new-ticket-title = Novo ticket para { $name }
new-ticket-description = Descrição
new-ticket-needs-subject = O ticket precisa de um assunto.
new-ticket-needs-department = Escolha o departamento: ele nunca é adivinhado.
new-ticket-creating = Criando o ticket…
new-ticket-created = O ticket #{ $number } foi criado.
new-ticket-submit = Enviar

permission-create = Seu perfil no Desk não pode criar tickets. Um administrador do Desk pode mudar isso.
permission-edit = Seu perfil no Desk não pode alterar tickets. Um administrador do Desk pode mudar isso.
permission-close = Seu perfil no Desk não pode fechar tickets. Um administrador do Desk pode mudar isso.
permission-send = Seu perfil no Desk não pode enviar e-mails. Você ainda pode comentar.
permission-comment = Seu perfil no Desk não pode comentar em tickets.
permission-view = Seu perfil no Desk não pode ver tickets.
permission-unknown = Ainda não se sabe se você pode fazer isso: o Desk não respondeu.
