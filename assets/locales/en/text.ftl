# How numbers and dates are put together. The marks between digits stand in src/text/numbers.rs,
# because a table loses white space at its edges and some languages group digits with a space.

text-not-available = n/a
# $sign is the per cent sign of the digits in use.
text-percent = { $number }{ $sign }

# Amounts of money: $sign is empty or a minus sign, $number is finished.
text-dollars = { $sign }${ $number }
text-dollars-million = { $sign }${ $number }M
text-dollars-billion = { $sign }${ $number }bn
text-dollars-trillion = { $sign }${ $number }tn
# The same in another currency, by its code, and in one that is not known.
text-money = { $sign }{ $currency }{"\u00A0"}{ $number }
text-money-million = { $sign }{ $currency }{"\u00A0"}{ $number }M
text-money-billion = { $sign }{ $currency }{"\u00A0"}{ $number }bn
text-money-trillion = { $sign }{ $currency }{"\u00A0"}{ $number }tn
text-amount = { $sign }{ $number }
text-amount-million = { $sign }{ $number }M
text-amount-billion = { $sign }{ $number }bn
text-amount-trillion = { $sign }{ $number }tn

text-date-day = { $day } { $month }
text-date-short = { $day } { $month } { $year }
text-date-long = { $day } { $month } { $year }
text-date-full = { $weekday } { $day } { $month } { $year }
text-date-weekday = { $weekday } { $day } { $month } { $year }
text-date-month = { $month } { $year }

text-monday = Monday
text-tuesday = Tuesday
text-wednesday = Wednesday
text-thursday = Thursday
text-friday = Friday
text-saturday = Saturday
text-sunday = Sunday

text-monday-short = Mon
text-tuesday-short = Tue
text-wednesday-short = Wed
text-thursday-short = Thu
text-friday-short = Fri
text-saturday-short = Sat
text-sunday-short = Sun

text-january = January
text-february = February
text-march = March
text-april = April
text-may = May
text-june = June
text-july = July
text-august = August
text-september = September
text-october = October
text-november = November
text-december = December

text-january-short = Jan
text-february-short = Feb
text-march-short = Mar
text-april-short = Apr
text-may-short = May
text-june-short = Jun
text-july-short = Jul
text-august-short = Aug
text-september-short = Sep
text-october-short = Oct
text-november-short = Nov
text-december-short = Dec
