# As páginas de contatos, empresas e pipelines
tab-overview = Visão geral
tab-activity = Atividades
tab-open = { $count ->
    [0] nenhum aberto
    [one] { $count } aberto
   *[other] { $count } abertos
}
tab-overdue = { $count } em atraso
record-email = E-mail
record-phone = Telefone
record-mobile = Celular
record-company = Empresa
record-contact = Contato
record-title = Cargo
record-owner = Responsável
record-address = Endereço
record-description = Descrição
record-website = Site
record-pipeline = Pipeline
record-stage = Estágio
record-amount = Valor
record-closing = Fechamento
record-tags = Etiquetas
record-created = Criado
record-modified = Modificado
record-deleted = Excluído no Bigin. Isto é o que se sabia antes.
record-in-desk = No Desk
record-deals = Negócios
record-related = Relacionados
activity-note = Nota
activity-task = Tarefa
activity-call = Chamada
activity-meeting = Reunião
twin-contact = contato { $name }
twin-contact-unnamed = contato encontrado
twin-account = conta { $name }
twin-account-unnamed = conta encontrada
twin-none = Não está no Desk: ninguém lá tem este e-mail ou domínio. Um novo ticket faz o cadastro.
twin-none-nobody = Não está no Desk: nenhuma conta lá tem este domínio ou nome. Um ticket precisa de uma pessoa: adicione antes um contato desta empresa no Bigin.
twin-none-short = não encontrado
twin-ambiguous = Vários correspondem no Desk, e ninguém adivinha: { $names }
twin-choose = Vários correspondem no Desk, e ninguém adivinha. Abra um para ver os tickets dele; isso não cria vínculo nenhum.
twin-looking = Você está olhando { $who }, um de { $count } que correspondem. Nada foi vinculado.
twin-ambiguous-short = { $count } correspondem
