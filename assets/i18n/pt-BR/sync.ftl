# Bringing Bigin and Desk together.
sync-company = empresa
sync-contact = contato
sync-product = produto
sync-needs-disk = O Bigin e o Desk não podem ser conciliados onde nada pode ser guardado: o que foi combinado seria esquecido. Torne gravável a pasta do perfil.
sync-taken = Outro balcao está conciliando os dois. Espere até que termine ou pare-o.
sync-mapping-wrong = O mapeamento { $path } não é usado: { $faults }
sync-mapping-behind = O mapeamento foi alterado e ainda não vale. Veja a diferença com balcao mapping diff e faça-o valer com balcao mapping apply.
sync-ledger-failed = O que foi combinado entre o Bigin e o Desk não pôde ser lido ou gravado. Nada foi enviado depois disso. ({ $why })
sync-no-mode = Não está dito até onde o Bigin e o Desk devem ser conciliados. Escreva [sync] com mode = "two-way", "one-way" ou "none" em profile.toml, ou use --mode.
sync-no-such-mode = “{ $word }” não é um modo de [sync] em profile.toml. Existem: { $known }.
sync-no-mark = Não existem nos portais: { $fields }. Sem esses campos, um registro cuja resposta se perdeu só é reencontrado pelo e-mail ou pelo nome; um administrador pode criá-los.
sync-no-bin = As exclusões no Desk não são vistas: { $why }
sync-pause = Nada é pedido até { $until }, porque um serviço quer ser deixado em paz.
sync-braked = Um número incomum de registros sumiu de uma vez. Nada é criado nem marcado como excluído até que alguém olhe: veja balcao status e depois libere com balcao resolve --release.
sync-progress = { $calls } chamadas · { $linked } ligados · { $written } gravados
sync-nothing = Nada a fazer: o Bigin e o Desk estão de acordo.
sync-dry = Nada foi gravado.
sync-waits = Algo espera por uma pessoa ou por um par: veja balcao status.
sync-linked = { $count } ligados
sync-created-bigin = { $count } criados no Bigin
sync-created-desk = { $count } criados no Desk
sync-updated-bigin = { $count } alterados no Bigin
sync-updated-desk = { $count } alterados no Desk
sync-conflicts =
    { $count ->
        [one] { $count } conflito decidido
       *[other] { $count } conflitos decididos
    }
sync-held =
    { $count ->
        [one] { $count } conflito espera por você
       *[other] { $count } conflitos esperam por você
    }
sync-refused = { $count } recusados
sync-ambiguous = { $count } com vários pares
sync-gone = { $count } marcados como excluídos
sync-back = { $count } de volta
sync-oscillating = { $count } parados que iam e voltavam
sync-cause-list = listas
sync-cause-deleted = exclusões
sync-cause-read = leituras
sync-cause-search = buscas
sync-cause-write = gravações
sync-cause-again = repetições
sync-cost = { $calls } chamadas / no mínimo { $least } = { $ratio } ({ $causes }) · créditos: Bigin { $bigin }, Desk { $desk }
