# O que aconteceu e o que fazer
error-offline = Não foi possível alcançar { $host }. Verifique a rede; o que se sabe continua na tela.
error-timeout = { $host } não respondeu a tempo. É seguro tentar de novo.
error-tls = A conexão com { $host } não é segura: o certificado não foi aceito. Verifique o relógio e a rede.
error-unauthorised = O Zoho não aceitou a autenticação. Entre de novo com “balcao login”.
error-token-refused = O Zoho recusou renovar a autenticação ({ $code }). Entre de novo com “balcao login”.
error-token-throttled = O Zoho não renova autenticações por alguns minutos: foram pedidas demais. Continua sozinho.
error-client-refused = O Zoho não conhece este cliente. Confira client_id e client_secret no perfil.
error-scope = Falta à autenticação o escopo { $scope }. Entre de novo e conceda-o.
error-org-mismatch = A autenticação pertence a outra organização que a do portal do perfil. Escolha o portal de novo.
error-forbidden = O Desk não permite isso ao seu perfil. Um administrador do Desk pode mudar isso.
error-not-found = Não está mais lá: alguém pode ter excluído ou movido.
error-refused = O Zoho recusou: { $reason }
error-refused-field = O Zoho recusou o campo { $field }: { $reason }
error-too-large = É grande demais para o Zoho.
error-rate-concurrent = Pedidos demais ao mesmo tempo; continua sozinho em instantes.
error-rate-daily = Os créditos de API do dia acabaram. O Zoho volta a responder em { $left }; o que se sabe continua na tela.
error-service-down = O Zoho está com uma falha própria ({ $status }). Tente de novo em instantes.
error-unreadable = A resposta do Zoho não pôde ser entendida. Se acontecer de novo, o registro tem os detalhes.
error-cancelled = Foi interrompido.

error-store-corrupt = O cache estava danificado. Foi guardado como { $path } e está sendo refeito; os rascunhos legíveis foram mantidos.
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
