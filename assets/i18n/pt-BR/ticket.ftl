# Listas de tickets e a conversa
ticket-subject = Assunto
ticket-customer = Cliente
ticket-channel = Canal
ticket-channel-short = Canal
ticket-status = Status
ticket-priority = Prioridade
ticket-priority-short = Prio
ticket-agent = Agente
ticket-due = Prazo
ticket-assignee = Responsável
ticket-department = Departamento
shelf-mine = Meus
shelf-unassigned = Não atribuídos
shelf-overdue = Em atraso
shelf-all-open = Todos abertos
ticket-unassigned = não atribuído
ticket-escalated = escalado
channel-email = e-mail
channel-phone = telefone
channel-web = web
channel-chat = chat
channel-onlinechat = chat
channel-feedbackwidget = feedback
channel-customerportal = portal
channel-forums = fórum
channel-twitter = Twitter
channel-facebook = Facebook
channel-feedback = feedback
channel-instagram = Instagram
channel-whatsapp = WhatsApp
entry-internal = INTERNO
entry-public = PÚBLICO
entry-forwarded = encaminhado
entry-private = PRIVADO
entry-pending = sendo enviado
entry-undelivered = não entregue
entry-desk-draft = rascunho no Desk
entry-edited = editado
entry-summary-only = por enquanto só o começo
entry-to = para { $people }
entry-cc = cc { $people }
entry-bcc = cco { $people }
entry-remote = { $count ->
    [one] { $count } imagem remota não foi baixada
   *[other] { $count } imagens remotas não foram baixadas
}
entry-folded = { $count ->
    [one] { $count } linha citada
   *[other] { $count } linhas citadas
}
entry-unfold = { $what }, { $key } expande
entry-cut = A mensagem continua: é mais longa do que cabe aqui
entry-hidden = TEXTO OCULTO
hidden-by-style = { $count ->
    [one] { $count } letra que o estilo esconde
   *[other] { $count } letras que o estilo esconde
}
hidden-control-codes = códigos de controle
hidden-bidi = sentido de leitura invertido
hidden-zero-width = caracteres invisíveis dentro de palavras
hidden-marks = acentos empilhados
hidden-letters = letras invisíveis
entry-files = { $count ->
    [one] { $count } anexo:
   *[other] { $count } anexos:
}
ticket-no-subject = (sem assunto)

# Os valores do próprio Zoho; os nomes do portal ficam como são
status-open = Aberto
status-onhold = Em espera
status-escalated = Escalado
status-resolved = Resolvido
status-closed = Fechado
priority-highest = Máxima
priority-high = Alta
priority-medium = Média
priority-low = Baixa
priority-lowest = Mínima
priority-urgent = Urgente
