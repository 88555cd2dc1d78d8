# Ações pelo nome: ajuda, paleta, a linha de baixo
help-title = Teclas
help-search = Digite um nome ou pressione uma tecla
help-here = Aqui e agora
help-everywhere = Em toda parte
help-all-keys = todas as teclas

action-open = abrir
action-back = voltar
action-next-pane = próximo painel
action-previous-pane = painel anterior
action-up = acima
action-down = abaixo
action-page-up = página acima
action-page-down = página abaixo
action-first = primeiro
action-last = último
action-next-tab = próxima aba
action-previous-tab = aba anterior
action-find = buscar
action-clear = limpar
action-refresh = atualizar
action-retry = tentar de novo
action-tickets = tickets
action-new-ticket = + ticket
action-status = status
action-reply = responder
action-reply-all = responder a todos
action-forward = encaminhar
action-comment-private = comentário privado
action-comment-public = comentário público
action-next-message = próxima mensagem
action-previous-message = mensagem anterior
action-unfold = abrir citações
action-links = links
action-hidden-text = mostrar texto oculto
action-save-attachment = salvar anexo
action-attach = anexar
action-detach = remover anexo
action-editor = $EDITOR
action-recipients = destinatários
action-send = enviar
action-undo-send = desfazer envio
action-keep-draft = guardar rascunho
action-drop-draft = descartar rascunho
action-drafts = rascunhos
action-outbox = caixa de saída
action-department = departamento
action-scope = quais tickets
action-palette = paleta
action-help = todas as teclas
action-suspend = suspender
action-quit = sair
action-choose = escolher
action-cancel = cancelar
action-redraw = redesenhar

palette-prompt = O que fazer?
palette-empty = Nenhuma ação com este nome é possível aqui.
key-unbound = { $key } não faz nada aqui.
key-pending = { $keys } …
paste-ignored = Colar é para campos de texto; nada foi feito.
copied = Copiado.
quit-with-drafts =
    { $count ->
        [one] { $count } rascunho foi guardado.
       *[other] { $count } rascunhos foram guardados.
    }
quit-with-held =
    { $count ->
        [one] { $count } mensagem está em espera e será perguntada no próximo início.
       *[other] { $count } mensagens estão em espera e serão perguntadas no próximo início.
    }
