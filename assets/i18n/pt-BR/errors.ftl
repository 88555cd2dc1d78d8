# O que aconteceu e o que fazer
error-store-corrupt = O cache estava danificado. Foi guardado como { $path } e está sendo refeito; os rascunhos legíveis foram mantidos.
error-words-corrupt =
    { $count ->
        [0] O arquivo de rascunhos e saída estava danificado e foi guardado como { $path }; nada nele pôde ser lido.
        [one] O arquivo de rascunhos e saída estava danificado e foi guardado como { $path }; { $count } mensagem foi recuperada.
       *[other] O arquivo de rascunhos e saída estava danificado e foi guardado como { $path }; { $count } mensagens foram recuperadas.
    }
error-store-full = O disco está cheio: nada pode ser salvo. Libere espaço; até lá seu texto continua na tela.
error-store-read-only = { $path } não pode ser gravado. Libere a gravação, ou aponte BALCAO_HOME para outra pasta.
error-store-newer = O cache em { $path } foi feito por uma versão mais nova do balcao. Use essa versão ou outro perfil.
error-store-busy = Outro balcao está usando o cache agora. Tente de novo.
error-unkept = Nada é guardado nesta máquina: o que não for enviado acaba com o programa. { $reason }
error-store-other = O cache falhou. Inicie o balcao de novo; até lá o que você digitou continua na tela. ({ $reason })
error-second-process = Outro balcao roda neste perfil: as mensagens saem por lá. Ler e escrever funcionam aqui também.

error-config-home = Não há diretório pessoal para as configurações. Defina HOME, ou BALCAO_HOME com uma pasta sua.
error-config-read = { $path } não pode ser lido. Confira se o arquivo é seu e é texto simples. ({ $why })
error-config-make = { $path } não pode ser criado. Libere a gravação ali, ou aponte BALCAO_HOME para outra pasta. ({ $why })
error-config-syntax = A linha { $line } de { $path } não foi entendida. Corrija-a; { $page } tem um exemplo. ({ $why })
error-config-key = Linha { $line } de { $path }: não há configuração { $key }. Ela não vale nada; docs/settings.md lista todas.
error-config-value = Linha { $line } de { $path }: { $key } espera { $wants }. Até lá vale o padrão.
error-config-two-places = { $path } tem data_centre e [hosts]. Retire um dos dois.
error-config-secret-open = { $path } pode ser lido por outros. Feche-o com chmod 600; se outros tiveram acesso, peça novos segredos.
error-config-no-secrets = Falta { $path }: ninguém entrou com este perfil. Entre com balcao login.
error-config-profile = Não há perfil “{ $name }”: falta { $path }. Entre com balcao login, ou dê uma olhada com balcao demo.
error-config-wants-language = "en" ou "pt-BR"
error-config-wants-hold-seconds = um número inteiro de 0 a 600
error-config-wants-colour = "auto", "mono", "16" ou "true"
error-config-wants-ascii = true ou false
error-config-wants-scroll-region = true ou false
error-config-wants-theme = um destes: { $known }

error-keymap = Linha { $line } de { $path }: { $what }. Até lá valem as teclas do programa.
keymap-syntax = não foi entendida ({ $why })
keymap-no-context = “{ $name }” está fora de uma tabela; ponha-a sob um contexto, como [list]
keymap-context = não há contexto “{ $name }”; docs/keys.md lista todos
keymap-chord = o lado esquerdo não é uma tecla ({ $why })
keymap-value = “{ $chord }” espera uma ação entre aspas, ou false
keymap-action = não há ação “{ $name }”; docs/keys.md lista todas
keymap-text = “{ $chord }” ali é texto e dispararia enquanto você escreve; use uma tecla com ctrl ou alt
keymap-twice = “{ $chord }” já significa algo desde a linha { $line }; retire uma
keymap-hidden = “{ $chord }” e “{ $other }” (linha { $line }) começam igual, e uma nunca poderia ser pressionada; mude uma

error-no-terminal = Isto não é um terminal. Para scripts e pipes use os comandos, como: balcao ticket list --json.
error-dumb-terminal = Este terminal não consegue mostrar uma tela. Defina TERM como o que ele é, por exemplo xterm-256color, ou use os comandos: balcao --help.
error-terminal = O terminal falhou. Os rascunhos estão guardados; inicie o balcao de novo. ({ $why })
error-no-runtime = O programa não pôde iniciar suas threads. Feche outros programas e tente de novo. ({ $why })
