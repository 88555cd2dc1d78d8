# O que aconteceu e o que fazer
error-store-corrupt = O cache estava danificado. Foi guardado como { $path } e está sendo refeito; os rascunhos legíveis foram mantidos.
error-words-corrupt =
    { $count ->
        [0] O arquivo de rascunhos e saída estava danificado e foi guardado como { $path }; nada nele pôde ser lido.
        [one] O arquivo de rascunhos e saída estava danificado e foi guardado como { $path }; { $count } mensagem foi recuperada.
       *[other] O arquivo de rascunhos e saída estava danificado e foi guardado como { $path }; { $count } mensagens foram recuperadas.
    }
error-store-full = O disco está cheio: nada pode ser salvo. Libere espaço; seu texto continua na tela.
error-store-read-only = { $path } não pode ser gravado. Os rascunhos só duram enquanto o programa roda.
error-store-newer = O cache em { $path } foi feito por uma versão mais nova do balcao. Use essa versão ou outro perfil.
error-store-busy = Outro balcao está usando o cache agora. Tente de novo.
error-store-other = O cache falhou: { $reason }
error-second-process = Outro balcao roda neste perfil: as mensagens saem por lá. Ler e escrever funcionam aqui também.

error-config-read = As configurações em { $path } não podem ser lidas: { $reason }
error-config-syntax = As configurações em { $path } têm um erro na linha { $line }: { $reason }
error-config-profile = Não há perfil “{ $name }”. Conhecidos: { $known }
error-config-missing = Nenhum perfil foi configurado ainda. Tente “balcao demo” ou escreva { $path }.
error-config-data-centre = “{ $name }” não é um data center do Zoho. Conhecidos: { $known }
error-config-host = “{ $url }” não é um endereço de serviço: precisa de https:// (ou http:// nesta máquina).
error-config-secret-open = { $path } pode ser lido por outros. Feche com: chmod 600 { $path }
error-config-home = Não há diretório pessoal para as configurações. Defina HOME ou XDG_CONFIG_HOME.

error-file-read = { $path } não pode ser lido: { $reason }
error-file-write = { $path } não pode ser gravado: { $reason }
error-no-terminal = Isto não é um terminal. Use os comandos: balcao --help
error-not-ours = { $name } não é agente deste portal.
