# O que o programa diz e pergunta: avisos, perguntas, menus, formulários
form-title = + Ticket
form-creating = Criando o ticket …
prompt-attach = Anexar um arquivo
prompt-save = Salvar { $name } como
search-title = Pesquisar em todos os tickets
search-how = Digite o que foi dito ou pedido: uma palavra, um nome, um número.
notice-copied = Copiado para a área de transferência.
notice-created = O ticket #{ $number } foi criado.
notice-draft-continued = Você continua o rascunho de { $when }.
notice-draft-kept = Guardado como rascunho.
notice-no-attachments = Esta mensagem não tem anexos.
notice-no-customer = Um ticket precisa de um cliente: escolha antes um contato, uma empresa ou um ticket.
notice-nothing-held = Nada espera para ser enviado.
notice-paste-ignored = Colar só vale em campos de texto; nada foi feito.
notice-saved-to = Salvo em { $path }.
notice-sent = Enviado.
notice-status-set = O ticket #{ $number } agora está em { $status }.
notice-statuses-unknown = Os status do portal ainda não são conhecidos: o Desk não respondeu.
notice-still-loading = A conversa ainda está a caminho. Tente de novo em instantes.
refused-create = Seu perfil no Desk não pode criar tickets. Um administrador do Desk pode mudar isso.
refused-edit = Seu perfil no Desk não pode alterar tickets. Um administrador do Desk pode mudar isso.
refused-close = Seu perfil no Desk não pode fechar tickets. Um administrador do Desk pode mudar isso.
refused-send = Seu perfil no Desk não pode enviar e-mails. Comentar ainda é possível.
refused-comment = Seu perfil no Desk não pode comentar em tickets. Um administrador do Desk pode mudar isso.
dialog-before-sending = Antes do envio
dialog-cannot-send = Ainda não dá para enviar
dialog-drop-title = Descartar o rascunho?
dialog-drop = O que você escreveu se perde de vez.
dialog-left-title = Uma mensagem não saiu
dialog-left-held = O programa terminou enquanto ela estava retida. Nada foi enviado.
dialog-left-what = Para { $to }, sobre #{ $number }:
dialog-news-title = O ticket cresceu
dialog-news = { $count ->
    [one] Chegou { $count } novidade em #{ $number } enquanto você escrevia. Sua mensagem não foi enviada.
   *[other] Chegaram { $count } novidades em #{ $number } enquanto você escrevia. Sua mensagem não foi enviada.
}
dialog-quit-title = Sair agora?
dialog-quit-held = { $count ->
    [one] { $count } mensagem está retida e não saiu. Você decide sobre ela na próxima vez.
   *[other] { $count } mensagens estão retidas e não saíram. Você decide sobre elas na próxima vez.
}
answer-drop = descartar
answer-edit = editar
answer-keep = manter
answer-later = depois
answer-look = ler a novidade
answer-quit = sair
answer-send = enviar
answer-send-anyway = enviar assim mesmo
answer-stay = ficar
menu-assignee = Responsável
menu-attachment = Qual anexo?
menu-channel = Canal
menu-department = Departamento
menu-from = Enviar de
menu-priority = Prioridade
menu-status = Status do #{ $number }
form-needs-department = Escolha o departamento: ele nunca é adivinhado.
form-needs-subject = Um ticket precisa de um assunto.
form-none = nenhum
status-kind-open = aberto
status-kind-on-hold = em espera
status-kind-closed = fechado
