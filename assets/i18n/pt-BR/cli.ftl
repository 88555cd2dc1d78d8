# A linha de comando
cli-none-found = Nada encontrado.
cli-no-such-contact = Não há contato { $id }.
cli-no-such-company = Não há empresa { $id }.
cli-no-such-deal = Não há negócio { $id }.
cli-no-such-ticket = Não há ticket { $id }. Use o número (#1042) ou o id.
cli-no-such-status = “{ $status }” não é um status deste portal. Conhecidos: { $known }
cli-no-such-agent = O sandbox não tem agente { $email }. Conhecidos: { $known }
cli-no-such-department = Não há departamento “{ $name }”. Conhecidos: { $known }
cli-body-empty = Não há texto: informe com --body ou pela entrada padrão.
cli-sent = Enviado em #{ $number }.
cli-commented = Comentado em #{ $number }.
cli-status-changed = #{ $number }: { $before } → { $after }
cli-created = #{ $number }
cli-refused-check = Não enviado: { $reason } Use --yes para enviar mesmo assim.
cli-sandbox-unreachable = Nenhum sandbox responde em { $url }. Inicie um com “balcao sandbox”.
cli-lang-unknown = “{ $name }” não é um idioma deste programa: use en ou pt-BR.
cli-more =
    { $count ->
        [one] … e mais { $count }; use --limit
       *[other] … e mais { $count }; use --limit
    }
cli-demo-hint = Estes são dados inventados do sandbox; nada sai desta máquina.
