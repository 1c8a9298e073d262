# How numbers and dates are put together in Arabic. Digits, their marks and the invisible signs that
# keep a minus and a per cent sign on their side stand in src/text/numbers.rs.

text-not-available = غير متاح
# $sign is the per cent sign of the digits in use.
text-percent = { $number }{ $sign }

# Amounts of money: $sign is empty or a minus sign, $number is finished. The dollar sign stands left
# of its number, so both are kept together against the sentence (U+2066 to U+2069).
text-dollars = {"\u2066"}{ $sign }${ $number }{"\u2069"}
text-dollars-million = { $sign }{ $number }{"\u00A0"}مليون دولار
text-dollars-billion = { $sign }{ $number }{"\u00A0"}مليار دولار
text-dollars-trillion = { $sign }{ $number }{"\u00A0"}تريليون دولار
# The same in another currency, by its code, and in one that is not known.
text-money = {"\u2066"}{ $sign }{ $number }{"\u00A0"}{ $currency }{"\u2069"}
text-money-million = { $sign }{ $number }{"\u00A0"}مليون{"\u00A0"}{ $currency }
text-money-billion = { $sign }{ $number }{"\u00A0"}مليار{"\u00A0"}{ $currency }
text-money-trillion = { $sign }{ $number }{"\u00A0"}تريليون{"\u00A0"}{ $currency }
text-amount = {"\u2066"}{ $sign }{ $number }{"\u2069"}
text-amount-million = { $sign }{ $number }{"\u00A0"}مليون
text-amount-billion = { $sign }{ $number }{"\u00A0"}مليار
text-amount-trillion = { $sign }{ $number }{"\u00A0"}تريليون

text-date-day = { $day } { $month }
text-date-short = { $day } { $month } { $year }
text-date-long = { $day } { $month } { $year }
text-date-full = { $weekday } { $day } { $month } { $year }
text-date-weekday = { $weekday } { $day } { $month } { $year }
text-date-month = { $month } { $year }

text-monday = الاثنين
text-tuesday = الثلاثاء
text-wednesday = الأربعاء
text-thursday = الخميس
text-friday = الجمعة
text-saturday = السبت
text-sunday = الأحد

# Arabic does not shorten the names of days and months.
text-monday-short = الاثنين
text-tuesday-short = الثلاثاء
text-wednesday-short = الأربعاء
text-thursday-short = الخميس
text-friday-short = الجمعة
text-saturday-short = السبت
text-sunday-short = الأحد

text-january = يناير
text-february = فبراير
text-march = مارس
text-april = أبريل
text-may = مايو
text-june = يونيو
text-july = يوليو
text-august = أغسطس
text-september = سبتمبر
text-october = أكتوبر
text-november = نوفمبر
text-december = ديسمبر

text-january-short = يناير
text-february-short = فبراير
text-march-short = مارس
text-april-short = أبريل
text-may-short = مايو
text-june-short = يونيو
text-july-short = يوليو
text-august-short = أغسطس
text-september-short = سبتمبر
text-october-short = أكتوبر
text-november-short = نوفمبر
text-december-short = ديسمبر
