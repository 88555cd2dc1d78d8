# A linha de comando: a ajuda e o que o leitor de argumentos reclama. O inglês está nos comentários do código e no próprio
# leitor. option-ticket-list-x vale só para esse comando; option-list-x para todo list; option-x para todos.

heading-usage = Uso
heading-commands = Comandos
heading-arguments = Argumentos
heading-options = Opções
place-options = [OPÇÕES]
place-command = COMANDO
default = [padrão: { $value }]
exit-codes =
    Códigos de saída de contact, company, deal e ticket:
    { "  0  feito" }
    { "  1  algo desta máquina: configurações, perfil, cache, um arquivo" }
    { "  2  o comando não pode ser executado como está" }
    { "  3  não encontrado, ou há vários que servem" }
    { "  4  não permitido, ou o acesso não é aceito; nada foi enviado" }
    { "  5  recusado pelo Zoho" }
    { "  6  a rede ou o serviço está fora, ou (--cached) nunca foi buscado; nada foi alterado" }
    { "  7  há uma pergunta antes de enviar; --yes responde" }
    { "  8  a resposta se perdeu: confira antes de repetir" }

# Comandos
about = O balcão entre o Zoho Bigin e o Zoho Desk: encontre um cliente, leia os tickets dele, responda
about-help = Mostra esta ajuda ou a do comando indicado
about-demo = Para conhecer: abre a tela num sandbox próprio, com uma empresa de exemplo
about-sandbox = Serve um substituto local do Zoho Accounts, do Bigin e do Desk
about-login = Entra no Zoho e grava o perfil
about-logout = Sai: o Zoho esquece o acesso, e os segredos deixam esta máquina
about-doctor = Confere se está tudo como deve estar, e diz o que fazer onde não está
about-contact = Contatos do Bigin
about-contact-list = Lista contatos
about-contact-show = Mostra um contato, onde ele está no Desk, os tickets dele em números e o que aconteceu em torno dele
about-company = Empresas do Bigin
about-company-list = Lista empresas
about-company-show = Mostra uma empresa, onde ela está no Desk, os tickets dela em números e o que aconteceu em torno dela
about-deal = Negócios dos pipelines do Bigin
about-deal-list = Lista negócios
about-deal-show = Mostra um negócio, onde o contato e a empresa estão no Desk, os tickets deles em números e o que aconteceu em torno dele
about-ticket = Tickets do Desk: listar, ler, criar, responder, alterar
about-ticket-list = Lista tickets: todos os abertos, um grupo deles ou os de um cliente
about-ticket-show = Mostra um ticket com tudo o que foi dito
about-ticket-attachments = Lista os arquivos de um ticket, ou os salva com --save
about-ticket-create = Cria um ticket para um contato do Bigin
about-ticket-reply = Responde a quem enviou a última mensagem do cliente
about-ticket-reply-all = Responde ao remetente e a todos os outros em Para e Cc, sem os endereços do próprio portal
about-ticket-forward = Encaminha a última mensagem do cliente com os anexos
about-ticket-comment = Escreve um comentário: só para agentes, ou com --public também para o cliente
about-ticket-status = Altera o status
about-sync = Sincroniza o Bigin e o Desk: uma vez, ou enquanto estiver em execução
about-status = Como estão o Bigin e o Desk, e o que espera por uma pessoa
about-history = O que foi gravado e decidido, campo por campo
about-explain = Por que um registro está como está, e o que fazer
about-retry = Tenta de novo, na próxima execução, o que um serviço recusou
about-resolve = Decide um conflito, ou libera o que foi parado
about-link = Diz que dois registros pertencem um ao outro
about-unlink = Diz que dois registros não pertencem um ao outro: os dois ficam como estão
about-pin = Mantém um registro, ou um campo dele, como está: nenhum dos lados é gravado
about-unpin = Deixa de manter o que foi fixado
about-revert = Desfaz gravações, onde o que foi gravado ainda está lá
about-mapping = Qual campo vai para onde, e quem vence
about-mapping-show = O mapeamento em vigor, como foi escrito
about-mapping-check = Verifica o mapeamento escrito e o compara com os campos dos dois portais
about-mapping-lint = O que os registros já vistos dizem sobre o mapeamento escrito
about-mapping-diff = O que o mapeamento escrito altera
about-mapping-apply = Põe em vigor o mapeamento escrito
about-mapping-rollback = Põe de novo em vigor um mapeamento anterior
about-plan = Grava num arquivo o que uma execução faria, para ser visto e aplicado
about-apply = Faz o que um plano diz e nada mais

# Opções e argumentos
option-help = Mostra a ajuda
option-help-more = Mostra a ajuda (mais com '--help')
option-help-less = Mostra a ajuda (um resumo com '-h')
option-version = Mostra a versão
option-lang = O idioma: en ou pt-BR (senão, o das configurações ou de LANG)
option-sandbox = Um sandbox em execução, como http://127.0.0.1:8300 (senão, o de BALCAO_SANDBOX)
option-agent = Qual dos agentes do sandbox ou da demonstração ser (senão, o primeiro)
option-profile = O perfil a usar (senão, o de BALCAO_PROFILE; senão, “default”)
option-trace = Acrescenta a este arquivo uma linha de JSON por chamada ao Zoho: nomes, ids, status e horas, nada do que foi digitado
option-scale = Essa quantidade de contatos, e o dobro de tickets, além da história pequena
option-demo-seed = A origem de cada escolha da história
option-sandbox-seed = A origem de cada escolha da história; a mesma semente conta a mesma história
option-listen = Onde escutar: um endereço desta máquina e uma porta, 0 para uma livre
option-data = Guarda o estado nesta pasta, para as próximas vezes
option-at = Quando começa o relógio do sandbox, como 2026-11-16T12:00:00Z; senão, agora
option-switch = Liga ou desliga uma chave, como token_limit=on; a opção pode ser repetida (docs/sandbox.md traz a lista)
option-text = Só os que combinam com este texto, os melhores primeiro (sem distinguir maiúsculas nem acentos)
option-limit = Quantos, no máximo
option-cached = Lê o que está no cache; não pergunta nada ao Zoho
option-json = Responde em JSON
option-wanted = O id, o nome ou o e-mail de um contato
option-mine = Os atribuídos a mim
option-unassigned = Os que não estão atribuídos a ninguém
option-overdue = Os que passaram do prazo
option-open = Todos os que não estão fechados
option-list-contact = Todos deste contato do Bigin, inclusive os fechados
option-list-company = Todos desta empresa do Bigin e das pessoas dela, inclusive os fechados
option-list-deal = Todos do contato e da empresa deste negócio, inclusive os fechados
option-list-department = Só os deste departamento
option-number = O número do ticket (1042 ou #1042), ou o id
option-quotes = Mostra também as citações do final
option-save = Salva os arquivos nesta pasta; nada do que está lá é sobrescrito
option-attachments-file = Só os arquivos com este nome ou id; a opção pode ser repetida
option-create-contact = Para quem: um contato do Bigin
option-subject = O assunto
option-create-department = O departamento
option-description = A descrição; - a lê da entrada padrão
option-priority = A prioridade, com o nome do portal ou da tela
option-channel = Como o cliente chegou, com o nome do portal ou da tela, como Telefone
option-assignee = Quem fica com ele; sem isto, as regras do próprio Desk decidem
option-body = O texto; sem isto, a entrada padrão é lida até o fim
option-attach = Um arquivo para ir junto; a opção pode ser repetida
option-yes = Envia mesmo que haja uma pergunta
option-from = De qual dos endereços do departamento do ticket
option-to = Para quem, no lugar dos que receberiam a resposta; a opção pode ser repetida
option-cc = Com cópia para quem, no lugar dos que receberiam a resposta; a opção pode ser repetida
option-bcc = Com cópia oculta para quem; a opção pode ser repetida
option-public = O cliente também vê
option-status-status = Um dos status do portal, inclusive os personalizados, ou a palavra da tela para ele (sem distinguir maiúsculas nem acentos)
option-once = Até não restar nada a fazer (é o que acontece também sem --watch)
option-watch = Enquanto estiver em execução: olha de novo a cada poucos minutos
option-dry-run = Não grava nada: diz o que seria gravado
option-mode = Até onde o Bigin e o Desk são sincronizados (senão, como diz o perfil)
option-sync-json = Responde em JSON; com --watch, uma linha por ciclo
option-all = As listas inteiras, não só o começo
option-list = Só esta lista, inteira: conflict, failing, ambiguous, deleted, apart, excluded, in-sync
option-history-record = Só este registro: o id, o e-mail ou o nome
option-runs = As execuções, e não o que gravaram
option-history-limit = Quantas linhas, no máximo; as mais recentes
option-csv = Responde em CSV, com uma linha de títulos
option-explain-record = O e-mail, o nome ou o id; ou o número de um ticket, para o cliente dele
option-retry-record = Só este registro: o id, o e-mail ou o nome; senão, tudo o que falhou
option-resolve-record = Qual registro: o id, o e-mail ou o nome
option-resolve-field = Só este campo, pelo nome no Bigin ou no Desk; senão, todos os que estão em conflito
option-resolve-bigin = Vale o valor do Bigin
option-resolve-desk = Vale o valor do Desk
option-release = Um número incomum de registros sumiu, e está certo: continue
option-link-bigin = O registro no Bigin: o id, o e-mail ou o nome
option-link-desk = O registro no Desk: o id, o e-mail ou o nome
option-unlink-record = Um dos dois: o id, o e-mail ou o nome
option-record = Um dos dois registros: o id, o e-mail ou o nome
option-field = Só este campo, pelo nome no Bigin ou no Desk; senão, o registro inteiro
option-what = Uma gravação pelo número em `history`, uma execução inteira como `run:N` (`history --runs`), ou a última gravação de um registro: o id, o e-mail ou o nome
option-revision = O número; senão, a anterior à atual
option-output = O arquivo
option-apply-file = O arquivo de um plano
option-dc = O data center da conta Zoho: us, eu, in, au, jp, ca, sa, cn, uk (é perguntado, se faltar)
option-client-id = O id do client, como o API Console o deu (é perguntado, se faltar; o secret sempre é)
option-device = Entra com qualquer navegador em qualquer máquina, digitando nele um código: é o que acontece quando nada mais é dito
option-code = Entra com um código de self client; ele é perguntado, ou lido da entrada padrão depois do secret
option-browser = Entra com um navegador desta máquina
option-port = Com --browser: a porta de http://127.0.0.1:PORTA/, que o client deve ter como endereço de volta
option-org = O portal do Desk, para quem está em vários
option-replace = Entra de novo num perfil que já existe
option-login-json = Responde em JSON, uma linha por passo
option-everything = Descarta também o cache, os rascunhos, a saída, o livro-razão e o próprio perfil
option-local = Tira os segredos desta máquina sem avisar o Zoho
option-logout-yes = Descarta o que seria perguntado

# Nomes de valores
value-address = ENDEREÇO
value-127-0-0-1-port = 127.0.0.1:PORTA
value-lang = IDIOMA
value-name = NOME
value-file = ARQUIVO
value-contacts = CONTATOS
value-dir = PASTA
value-time = HORA
value-name-on-off = NOME=on|off
value-text = TEXTO
value-code = CÓDIGO
value-port = PORTA
value---text = -|TEXTO
value-id-name-email = ID|NOME|E-MAIL
value-email-name-id = E-MAIL|NOME|ID
value-name-id = NOME|ID
value-number-id = NÚMERO|ID
value-email = E-MAIL
value-email-me-none = E-MAIL|me|none
value-subject = ASSUNTO
value-list = LISTA
value-record = REGISTRO
value-email-ticket-record = E-MAIL|TICKET|REGISTRO
value-op-run-n-record = GRAVAÇÃO|run:N|REGISTRO
value-revision = REVISÃO

# O que um valor deve ser
wants-lang = use en ou pt-BR
wants-limit = use um número inteiro, no mínimo 1
wants-port = use um número de porta, de 0 a 65535
wants-scale = use um número inteiro, de 0 a 4294967295
wants-seed = use um número inteiro, de 0 em diante
wants-listen = use um endereço desta máquina e uma porta, como 127.0.0.1:8300 ou [::1]:8300
wants-at = use uma data com hora e fuso, como 2026-11-16T12:00:00Z
wants-switch = use um nome com on ou off, como token_limit=on
wants-mode = use two-way, one-way ou none
wants-list = use conflict, failing, ambiguous, deleted, apart, excluded ou in-sync
wants-revision = use o número de uma revisão

# O que o leitor de argumentos reclama
wrong = erro
wrong-unknown-argument = argumento inesperado: '{ $arg }'
wrong-unknown-command = não há o comando '{ $arg }'
wrong-no-command = '{ $arg }' precisa de um comando. Há: { $known }
wrong-required = falta o que é obrigatório:
wrong-twice = '{ $arg }' só pode ser usado uma vez
wrong-conflict = '{ $arg }' não pode ser usado junto com:
wrong-value = valor inválido '{ $value }' para '{ $arg }'
wrong-value-wants = valor inválido '{ $value }' para '{ $arg }': { $wants }
wrong-choice = valor inválido '{ $value }' para '{ $arg }'. Há: { $known }
wrong-no-value = '{ $arg }' precisa de um valor, e nenhum foi dado
wrong-too-many = valor inesperado '{ $value }' para '{ $arg }': não cabe mais nenhum
wrong-too-few = faltam valores para '{ $arg }'
wrong-no-equals = use o sinal de igual para dar um valor a '{ $arg }'
wrong-not-utf8 = um argumento não é texto em UTF-8
wrong-other = os argumentos não servem assim
tip = dica
tip-argument = há um argumento parecido: { $known }
tip-command = há um comando parecido: { $known }
tip-value = há um valor parecido: { $known }
tip-exists = há { $known }
tip-pass = para passar '{ $arg }' como valor, use '{ $known }'
tip-dashes = há o comando '{ $arg }'; para usá-lo, tire o '--' antes dele
more-help = Para saber mais, use '--help'.
