# Entrar e sair.
login-ask-centre = Data center ({ $known })
login-ask-client = Client ID, do API Console do seu data center
login-ask-secret = Client secret (não é mostrado)
login-ask-code = Código do self client (não é mostrado)
login-ask-portal = Qual portal do Desk? O número dele
login-ask-replace = Já existe um perfil “{ $name }”. Entrar de novo nele (s/n)?
login-scopes = O que é pedido:
login-device = Abra esta página em qualquer navegador, em qualquer máquina:
login-device-code = e digite este código:
login-device-short = ou abra a página com o código já digitado:
login-waiting = Esperando a sua autorização: restam { $left }. Ctrl-C encerra; nada é guardado.
login-waiting-away = { $reason } A pergunta é repetida; restam { $left }.
login-moved = Você pertence ao data center { $centre }: a pergunta segue lá.
login-browser = Abra esta página em um navegador desta máquina:
login-browser-done = Você entrou; o programa continua. Esta página pode ser fechada.
login-browser-failed = Ninguém entrou. O programa diz por quê.
login-done = Você entrou como { $name } ({ $email }).
login-known-bigin = O Bigin conhece você como { $name }.
login-unknown-bigin = O Bigin não responde a você: { $reason }
login-unknown-desk = O Desk não responde a você: { $reason }
login-portal = O portal do Desk é { $name }.
login-missing = Sem autorização: { $scope } ({ $what }).
login-kept = O perfil “{ $name }” está gravado ({ $path }). Abra-o com: { $command }
login-denied = A entrada foi recusada no navegador. Nada foi guardado. Tente de novo quando quem é perguntado concordar.
login-expired = O código venceu antes de ser digitado. Nada foi guardado. Tente de novo: vem um código novo.
login-no-refresh = O Zoho não deu refresh token; a entrada acabaria em uma hora. Nada foi guardado. Tente de novo e autorize o acesso off-line.
login-unknown-centre = Você pertence ao data center { $centre }, que não é conhecido aqui. Diga os endereços dele em [hosts], no perfil (docs/real-service.md).
login-bad-client = O Zoho não conhece este client ({ $code }). Client ID, client secret e data center andam juntos; entrar por dispositivo pede um client do tipo “Non-browser Mobile Applications”.
login-bad-code = O Zoho não aceita este código ({ $code }). Ele vale uma vez, por alguns minutos, e em um data center. Gere outro e tente de novo.
login-bad-scope = O Zoho não conhece um dos escopos pedidos ({ $code }). Atualize o balcao, ou conte o problema a quem o faz.
login-bad-redirect = O Zoho não aceita o endereço para onde o navegador deve voltar. Inclua { $address } entre os endereços de redirecionamento do client, no API Console.
login-no-listener = O navegador não tem para onde voltar: { $address } está ocupado. Encerre quem o ocupa, ou entre sem --browser. ({ $why })
login-needs-centre = Diga onde: --dc com um de { $known }.
login-needs-client = Diga qual client: --client-id, como o API Console o deu.
login-needs-secret = O client secret é lido da entrada padrão, e nada veio.
login-needs-code = O código do self client é lido da entrada padrão depois do secret, e nada veio.
login-needs-portal = Você trabalha em vários portais do Desk; diga qual: --org com um de { $known }.
login-no-such-portal = Você não trabalha em um portal { $id } do Desk. Existem: { $known }.
login-there = Já existe um perfil “{ $name }”. Nada foi alterado. Use --replace para entrar de novo nele, ou --profile para outro.
login-bad-name = “{ $name }” não pode ser nome de perfil. Use letras sem acento, algarismos e - _ . @

logout-done = Você saiu: o Zoho não aceita mais a entrada do perfil “{ $name }”, e os segredos dele não estão mais nesta máquina.
logout-local = Os segredos do perfil “{ $name }” não estão mais nesta máquina. O Zoho não foi avisado: lá a entrada vale até alguém retirá-la (accounts.zoho.com › Sessions › Connected apps).
logout-stays = O que fica: o cache, rascunhos e saída, o livro-razão ({ $path }), e o profile.toml. Tudo isso vai embora com: { $command }
logout-everything = Cache, rascunhos, saída, livro-razão e o próprio perfil não existem mais.
logout-asks =
    { $count ->
        [one] Isto descarta o cache, o livro-razão e { $count } rascunho ou mensagem que não saiu. Continuar (s/n)?
       *[other] Isto descarta o cache, o livro-razão e { $count } rascunhos ou mensagens que não saíram. Continuar (s/n)?
    }
logout-needs-yes =
    { $count ->
        [one] Nada foi alterado: { $count } rascunho ou mensagem que não saiu se perderia. Use --yes para descartar.
       *[other] Nada foi alterado: { $count } rascunhos ou mensagens que não saíram se perderiam. Use --yes para descartar.
    }
logout-away = O Zoho não pôde ser avisado: { $reason } Nada foi alterado. Tente de novo, ou use --local para tirar só os segredos desta máquina.
logout-nobody = Ninguém entrou com o perfil “{ $name }”.
logout-in-use = Outro balcao trabalha com este perfil. Encerre-o antes; nada foi alterado.

scope-tickets-read = ler tickets e conversas
scope-tickets-create = criar tickets
scope-tickets-update = responder, comentar, mudar o status
scope-contacts-read = encontrar clientes no Desk
scope-contacts-write = criar e alterar clientes lá
scope-search = buscar no Desk
scope-basic-read = departamentos, agentes, suas permissões
scope-basic-create = anexos
scope-settings = status, campos, remetentes
scope-products = produtos, para a sincronização
scope-bigin-modules = ler clientes e negócios; sincronizar
scope-bigin-settings = campos e pipelines do Bigin
scope-bigin-users = quem você é no Bigin
scope-bigin-org = a moeda dos valores do Bigin
scope-bigin-search = buscar no Bigin

# O que `balcao doctor` examina.
doctor-settings = As configurações podem ser lidas ({ $path }).
doctor-folder = O que se digita pode ser guardado ({ $path }).
doctor-folder-bad = O que se digita não pode ser guardado: { $reason }
doctor-profile = O perfil “{ $name }” pode ser lido, e os segredos são só de quem o usa.
doctor-profile-sandbox = Este é um sandbox: ele mesmo diz quem é quem.
doctor-profile-none = Não existe o perfil “{ $name }”. Entre com: { $command }. Para dar uma olhada antes: balcao demo.
doctor-token = O Zoho Accounts dá um token.
doctor-token-bad = O Zoho Accounts não dá um token: { $reason }
doctor-clock = Os relógios concordam.
doctor-clock-bad = O relógio desta máquina está a { $seconds } s do relógio do Zoho. Os prazos seguem o do Zoho; para o resto, acerte o relógio.
doctor-scopes = Todos os escopos pedidos foram dados.
doctor-scope-missing = Não foi dado: { $scope } ({ $what }). Entre de novo com: { $command }
doctor-scopes-unsaid = O Zoho não diz quais escopos foram dados; o que falta aparece quando for preciso.
doctor-bigin = O Bigin responde: você é { $name }.
doctor-bigin-bad = O Bigin não responde: { $reason }
doctor-desk = O Desk responde: você é { $name }, no portal { $portal }, com { $count ->
        [one] um departamento
       *[other] { $count } departamentos
    }.
doctor-desk-bad = O Desk não responde: { $reason }
doctor-portals = Você trabalha em vários portais, e o perfil não diz em qual. Escolha um: org = "…" em { $path }. Existem: { $known }.
doctor-may = No Desk você pode: { $what }.
doctor-may-not = No Desk você não pode: { $what }. Um administrador do Desk pode mudar isso.
doctor-may-view-tickets = ver tickets
doctor-may-create-tickets = criar tickets
doctor-may-edit-tickets = alterar tickets
doctor-may-close-tickets = fechar tickets
doctor-may-send-mail = enviar e-mail
doctor-may-comment = comentar
doctor-credits = O Desk ainda tem { $left } créditos para hoje.
doctor-terminal = O terminal tem { $columns } × { $rows } caracteres, { $colours } e { $letters }.
doctor-terminal-none = Nada é mostrado aqui: a entrada ou a saída não é um terminal.
doctor-terminal-small = O terminal tem { $columns } × { $rows } caracteres; a tela pede ao menos 60 × 16, e prefere 80 × 24.
doctor-colours-mono = sem cores
doctor-colours-sixteen = 16 cores
doctor-colours-true = todas as cores
doctor-letters-full = todas as letras
doctor-letters-ascii = só letras simples (o locale não é UTF-8)
doctor-ledger = Bigin e Desk são mantidos iguais: { $mode }.
doctor-ledger-none = Este perfil não mantém Bigin e Desk iguais (docs/sync.md).
doctor-ledger-bad = O que se sabe dos dois sistemas não pode ser lido: { $reason }
