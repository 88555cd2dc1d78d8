# A tela Sincronização
pair-mark-off = desligada
pair-none = O Bigin e o Desk ainda não foram sincronizados aqui.
pair-none-first = O que uma primeira execução gravaria, diz: balcao sync --dry-run. Isso não grava nada; depois, balcao sync faz.
pair-none-mapping = Qual campo vai para onde, e quem vence, está no mapeamento: balcao mapping show, balcao mapping check.
pair-none-mode = Até onde os dois são sincronizados está em profile.toml: [sync] com mode = "two-way", "one-way" ou "none".
pair-list-in-sync = Em sincronia
pair-list-excluded = Excluídos
pair-list-ambiguous = Ambíguos
pair-list-conflict = Conflito
pair-list-failing = Falhando
pair-list-deleted = Apagados
pair-list-apart = Separados
pair-empty-in-sync = Nenhum par está em sincronia ainda. Uma execução encontra quem pertence a quem.
pair-empty-excluded = Todo registro passa no filtro do mapeamento.
pair-empty-ambiguous = Nenhum registro tem mais de um par possível.
pair-empty-conflict = Nenhum conflito espera por uma pessoa.
pair-empty-failing = Nada foi recusado.
pair-empty-deleted = Nenhum par sumiu.
pair-empty-apart = Ninguém foi separado.
pair-only-in = só no { $side }
pair-taken = já tem par
pair-next-run = Pedido, próxima execução
pair-will-decide = vale { $field } do { $side }
pair-will-retry = é tentado de novo
pair-will-revert = a gravação de { $field } é desfeita, se ainda estiver lá
pair-will-pin = os dois registros ficam como estão
pair-will-unpin = os dois voltam a ser mantidos iguais
pair-will-pin-field = { $field } fica como está
pair-will-unpin-field = { $field } volta a ser mantido igual
pair-will-link = Bigin { $bigin } e Desk { $desk } são ligados
pair-will-part = os dois são separados e deixados em paz
pair-tab-fields = O que difere
pair-tab-all = Todos os campos
pair-tab-history = Histórico
pair-tab-history-of = Histórico de { $field }
pair-col-field = Campo
pair-col-base = Base
pair-value-empty = (vazio)
pair-no-fields = Nenhum campo dele está mapeado.
pair-nothing-differs = Nada difere.
pair-no-history = Nada foi gravado aqui.
pair-field-about = { $bigin } – { $desk } · conflitos: { $wins }
pair-decided = decidido: { $side }
pair-wins-bigin = vence o Bigin
pair-wins-desk = vence o Desk
pair-wins-newest = vence o mais novo
pair-wins-bigin-unless-empty = vence o Bigin, a menos que esteja vazio
pair-wins-desk-unless-empty = vence o Desk, a menos que esteja vazio
pair-wins-ask = pergunta-se a uma pessoa
pair-run = exec. { $number }
pair-credits = Créditos por dia:
pair-of-limit = { $used } de { $limit }
pair-again-at = de novo em { $at }
pair-written = { $bigin } Bigin, { $desk } Desk
pair-calls = { $calls } / { $least } chamadas
pair-calls-short = { $calls } / { $least }
pair-end-quiet = nada a fazer
pair-end-waits = algo espera
pair-end-stopped = interrompida
pair-end-led-elsewhere = outro processo conduzia
pair-end-braked = sumiu demais
pair-end-paused = sem créditos
pair-end-trouble = problema
pair-seconds = { $count } s
pair-minutes = { $count } min
pair-way-two-way = Bigin ⇄ Desk
pair-way-one-way = Bigin → Desk
pair-way-none = Nada é gravado
pair-way-unknown = Nenhum modo definido
pair-mapping = mapeamento { $revision }
pair-behind = o mapeamento foi alterado e não está em vigor
pair-wishes =
    { $count ->
        [one] { $count } pedido, próxima execução
       *[other] { $count } pedidos, próxima execução
    }
pair-lost = { $count } sem resposta
pair-led-elsewhere = Outro processo sincroniza agora
pair-left = faltam { $count }
pair-running = Sincronizando
pair-stopping = Parando
pair-rate = { $count } por minuto
pair-time-left = faltam { $time }
pair-braked = Sumiram registros demais de uma vez. Nada é criado nem marcado como excluído até que alguém olhe.
pair-braked-here = Sumiram registros demais. { $key } deixa exclusões e criações seguirem.
pair-ended = O Bigin e o Desk concordam: { $written } gravados, { $calls } chamadas.
pair-ended-quiet = Nada precisou ser gravado ({ $calls } chamadas).
pair-ended-stopped = Interrompida: { $written } gravados, { $calls } chamadas. A próxima execução continua de onde esta parou.
pair-runs-already = Uma execução já está em andamento.
pair-runs-elsewhere = Outro processo sincroniza agora. O que você pedir, ele faz.
pair-runs-not = Nenhuma execução desta tela está em andamento.
pair-refused-role = Só um administrador do Desk pode mudar como o Bigin e o Desk são sincronizados. Você pode ver; peça o resto a um deles.
pair-none-yet = Ainda não há registro de sincronização: comece com balcao sync --dry-run.
pair-still-loading = O registro ainda está a caminho. Tente de novo daqui a pouco.
pair-no-conflict = Nenhum conflito espera aqui.
pair-no-field = Nenhum campo dele é mencionado.
pair-no-error = Nenhum serviço o recusou.
pair-error-of = O que o { $side } disse
pair-choose-field = Escolha antes um campo: Enter abre o registro.
pair-nothing-to-retry = Só o que está falhando ou é ambíguo é tentado de novo.
pair-nothing-to-revert = Nada foi gravado aqui que possa ser desfeito. O que foi criado não é desfeito.
pair-not-linked = Não tem par.
pair-not-braked = Nada está parado.
pair-no-candidate = Ninguém do outro lado tem a mesma chave e está livre.
pair-moved = Nada foi pedido: já não é como foi mostrado. Olhe de novo.
pair-asked =
    { $count ->
        [one] Pedido. A próxima execução faz: { $key } executa agora.
       *[other] { $count } pedidos. A próxima execução faz: { $key } executa agora.
    }
pair-always-title = Conflitos de { $field }
pair-always-ask = Alterar o mapeamento?
pair-always-means = Isso é salvo como nova revisão do mapeamento, com os comentários do arquivo, e a próxima execução lista tudo uma vez.
pair-always-same = A linha deste campo não pôde ser alterada em { $path }: já diz isso, ou está escrita de um jeito que não se entende aqui. Altere no arquivo e depois balcao mapping apply.
pair-always-already = O mapeamento já diz isso.
pair-always-done = O mapeamento diz isso daqui em diante. A próxima execução o segue.
pair-retry-all-ask =
    { $count ->
        [one] Tentar { $count } de novo na próxima execução?
       *[other] Tentar todos os { $count } de novo na próxima execução?
    }
pair-revert-ask = Desfazer esta gravação no { $side }?
pair-revert-means = Só se desfaz o que ainda está como foi gravado; o outro lado acompanha. A próxima execução faz isso.
pair-link-ask = Ligar { $name } de novo?
pair-link-title = Quem pertence a { $name }?
pair-part-ask = Separar { $name } de seu par?
pair-part-means = Os dois registros ficam como estão e são deixados em paz daí em diante. É possível ligá-los de novo.
pair-part-gone-means = O registro que restou fica como está e é deixado em paz daí em diante: nada é criado para ele.
pair-release-ask = Deixar exclusões e criações seguirem?
pair-release-means = O que tiver sumido até a próxima execução conta como excluído. Olhe antes o que está marcado como excluído.
answer-always = sempre assim
answer-cancel = deixar como está
answer-close = fechar
answer-retry = tentar de novo
answer-revert = desfazer
answer-link = ligar
answer-part = separar
answer-release = seguir
