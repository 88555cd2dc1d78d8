# Times: short in lists. $span is a time-span-…

time-now = now
time-seconds = { $count } s
time-minutes = { $count } min
time-hours = { $count } h
time-yesterday = yesterday
time-day = { $day } { $month }
time-day-year = { $day } { $month } { $year }
time-age-seconds = { $count }s ago
time-age-minutes = { $count } min ago
time-age-hours = { $count } h ago
time-age-days = { $count } d ago
time-span-seconds = { $count }s
time-span-minutes = { $count }min
time-span-hours = { $count }h
time-span-days = { $count }d
time-overdue = overdue { $span }
time-in = in { $span }
time-none = –

time-monday = Mon
time-tuesday = Tue
time-wednesday = Wed
time-thursday = Thu
time-friday = Fri
time-saturday = Sat
time-sunday = Sun

time-january = Jan
time-february = Feb
time-march = Mar
time-april = Apr
time-may = May
time-june = Jun
time-july = Jul
time-august = Aug
time-september = Sep
time-october = Oct
time-november = Nov
time-december = Dec
