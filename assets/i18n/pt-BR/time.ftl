# Tempos: curtos nas listas. $span é um time-span-…

time-now = agora
time-seconds = { $count } s
time-minutes = { $count } min
time-hours = { $count } h
time-yesterday = ontem
time-day = { $day } { $month }
time-day-year = { $day } { $month } { $year }
time-age-seconds = há { $count }s
time-age-minutes = há { $count } min
time-age-hours = há { $count } h
time-age-days = há { $count } d
time-span-seconds = { $count }s
time-span-minutes = { $count }min
time-span-hours = { $count }h
time-span-days = { $count }d
time-overdue = atraso { $span }
time-in = em { $span }
time-none = –

time-monday = seg
time-tuesday = ter
time-wednesday = qua
time-thursday = qui
time-friday = sex
time-saturday = sáb
time-sunday = dom

time-january = jan
time-february = fev
time-march = mar
time-april = abr
time-may = mai
time-june = jun
time-july = jul
time-august = ago
time-september = set
time-october = out
time-november = nov
time-december = dez
