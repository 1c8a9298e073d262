# Words of reading and writing files. Paths come last.

# Why a file gave nothing.
io-cancelled = Opening was cancelled.
io-file-missing = There is no such file. Check its name and folder: { $path }
io-file-denied = You are not allowed to read this file. Ask for access or copy it to a folder of your own: { $path }
io-file-is-folder = This is a folder. Open the files in it: { $path }
io-file-special = This is a device or a pipe. Save its contents as a file first: { $path }
io-folder-empty = No table lies in this folder. Tables end in .csv, .txt, .xlsx, .parquet, .json, .zip and the like: { $path }
io-file-too-large = The file has { $megabytes } MB, more than the { $limit } MB that can be opened. Divide it into parts: { $path }
io-file-shrank = The file became shorter while it was read ({ $found } of { $expected } bytes). Open it again when it is complete: { $path }
io-file-changed = Another program wrote to the file while it was read. Open it again when that has ended: { $path }
io-file-other = The file could not be read (“{ $reason }”): { $path }

io-content-empty = The file is empty. Download it again: { $path }
io-binary-picture = This is a picture, not a table. Save the table behind it as CSV and open that: { $path }
io-binary-pdf = This is a PDF document, not a table. Look for the data as CSV at its publisher: { $path }
io-binary-document = This is a document or a presentation, not a table. Save the table in it as CSV and open that: { $path }
io-binary-numbers = This is a document of Apple Numbers. Export it as Excel or CSV and open that: { $path }
io-binary-archive = This is packed as { $format }. Unpack it and open the tables in it: { $path }
io-binary-database = This is an SQLite database. Save its table as CSV and open that: { $path }
io-binary-hdf = This is an HDF5 file. Save its table as Parquet or CSV and open that: { $path }
io-binary-pickle = This is a Python pickle, which could run code. Save the table as Parquet or CSV and open that: { $path }
io-binary-old-feather = This is a Feather file of version 1. Save it as Feather 2, Parquet or CSV and open that: { $path }
io-binary-xml = This is XML without a sheet. Download the table as CSV or Excel and open that: { $path }
io-binary-unknown = This is no text, so no table can be read from it. Save the table as CSV and open that: { $path }
io-encoding-unknown = No encoding is called “{ $label }”. Choose one of { $known }: { $path }
io-locked-file = The file is protected by a password. Save a copy without it and open that: { $path }
io-locked-member = “{ $name }” in the archive is protected by a password. Unpack it and open what is in it: { $path }
io-archive-empty = No table lies in this archive. Download it again: { $path }
io-workbook-empty = Every sheet of this workbook is empty. Save it with its values and open it again: { $path }
io-web-archive = This is a web page saved as one file (MHTML), and no page with a table is in it. Download the table as CSV or Excel: { $path }
io-never-calculated = The values of this workbook are formulas whose results were never stored. Open it in a spreadsheet program, save it and open it here again: { $path }
io-too-nested = There are archives in archives here. Unpack the outer one and open what is in it: { $path }
io-unpacked-too-large = Unpacked this would have more than { $limit } MB, the limit. Unpack it, divide it and open the parts: { $path }
io-unpacked-too-dense = Unpacked this would have more than { $ratio } times its size, as no table does. Download it again from its publisher: { $path }
io-damaged = The file is damaged or incomplete (“{ $reason }”). Download it again: { $path }
io-no-such-part = There is no part “{ $choice }” in this file. There are { $names }: { $path }
io-web-page = This is a web page (“{ $title }”), not a table. Download the table again: { $path }
io-json-broken = The JSON breaks off or has a mistake on line { $line }. Download it again: { $path }
io-json-no-table = No rows were found in this JSON. Open a list of records or of columns: { $path }
io-merge-conflict = Two versions stand in this file, the first from line { $line } on. Resolve the conflict and open it again: { $path }
io-lfs-pointer = This is only a pointer to the file, which was not fetched. Run “git lfs pull” and open it again: { $path }
io-no-columns = No columns were found. Cells are divided by comma, semicolon, tab or vertical bar: { $path }
io-header-only = There is a header on line { $line } and nothing under it. Download the file again with its rows: { $path }
io-no-dates = No column of dates was found. Name it “Date” and write days as 2025-01-27: { $path }
io-hijri = The dates, such as “{ $cell }”, are in years of the Islamic calendar, which are not converted. Export the file with Gregorian dates: { $path }
io-matrix-without-year = Days stand below and months beside each other, and no line tells the year. Add the year to the file's name: { $path }
io-no-such-close = “{ $name }” is no column of numbers here. There are: { $columns }: { $path }
io-no-such-line = The header cannot stand on line “{ $line }”. Give a line of the file, or “none”: { $path }
io-no-such-delimiter = “{ $given }” divides no cells. Give one character, or comma, semicolon, tab, pipe or space: { $path }
io-no-such-decimal = “{ $given }” is no decimal mark. Give a point or a comma: { $path }
io-no-such-content = “{ $given }” is no content. Give “models”: { $path }
io-no-such-measure = “{ $given }” is no measure of numbers. Give prices, returns, returns_percent, log_returns or log_returns_percent: { $path }
io-no-such-role = “{ $given }” is no role of a column. Give one that “richter inspect --json” names: { $path }
io-no-such-unit = “{ $given }” is no unit of a column. Give fraction, percent, elo, minutes, none, usd, usd_per_case, usd_per_mtok, usd_per_ktok or usd_per_token: { $path }
io-no-such-series-role = “{ $given }” is no role of a series. Give index, future or stock: { $path }
io-no-such-currency = “{ $given }” is no currency. Give its code in three letters, such as EUR: { $path }
io-no-such-blend = “{ $given }” is no ratio of input to output tokens. Give a number above zero, such as 3: { $path }
io-no-such-date-order = “{ $given }” is no order of dates. Give DMY, MDY, YMD, a pattern such as DD.MM.YYYY, or a name that “richter inspect --help” lists: { $path }
io-no-numbers = No column of prices or scores was found. Name the price “Close”: { $path }
io-no-close = There are opening or highest prices, and no column of closing prices. Name it “Close”: { $path }
io-unnamed-close = No column of closing prices was found among the columns of numbers ({ $columns }). Name it “Close”: { $path }
io-no-header = There is no header, and the values do not tell which column is which. Add a first line with their names: { $path }
io-torn-rows = { $bad } of { $rows } rows have more cells than the { $names } names, the first on line { $line }. A comma inside numbers or dates may divide them: put such cells in quotation marks, or name the character that divides: { $path }
io-mostly-broken = { $bad } of { $rows } rows cannot be read. The first is line { $line }, “{ $cell }”: { $path }
io-arrange = The rows could not be put in order (“{ $reason }”): { $path }

# Why a file was not written.
io-write-folder = A folder of this name is there already. Choose another name: { $path }
io-write-special = This is a device or a pipe, which would be replaced by the file. Choose another name: { $path }
io-write-not-a-folder = A file of this name is there already, so no folder can be made. Choose another name: { $path }
io-write-no-folder = The folder for this file does not exist. Create it or choose another: { $path }
io-write-denied = You are not allowed to write here. Choose another folder: { $path }
io-write-read-only = This volume can only be read. Choose another folder: { $path }
io-write-full = No space is left on the volume. The earlier file, if there was one, is unchanged: { $path }
io-write-other = The file could not be written (“{ $reason }”): { $path }
io-table-not-written = The table could not be put together (“{ $reason }”).

# What decided an assumption.
io-evidence-cell = Line { $line } reads “{ $cell }”.
io-evidence-bom = The file begins with a byte order mark.
io-evidence-utf8 = Every byte of the file is valid UTF-8.
io-evidence-utf8-mostly = Nearly every character of the file is valid UTF-8.
io-evidence-utf16 = Every character of the file takes two bytes, and digits have a zero in one of them.
io-evidence-encoding-name = Line { $line } reads “{ $cell }” in { $encoding }, a known column name.
io-evidence-encoding-letters = Line { $line } reads “{ $cell }” in { $encoding }, which looks more like writing than in any other encoding.
io-evidence-encoding-chosen = The encoding was chosen for this file.
io-evidence-delimiter = Line { $line } divides into { $cells } cells, and most lines do the same.
io-evidence-header = Line { $line } holds the name “{ $cell }”.
io-evidence-vendor-file = The file is called “{ $name }”.
io-evidence-no-header = Line { $line } already holds data, beginning with “{ $cell }”.
io-evidence-preamble = The lines above the header are no data, the first is line { $line }: “{ $cell }”.
io-evidence-no-groups = No number of the file groups its digits.
io-evidence-no-mark = No number of the file has a decimal mark.
io-evidence-wide = Line { $line } names { $count ->
    [one] a column of numbers that is no price of one instrument
   *[other] { $count } columns of numbers that are no prices of one instrument, the first
} “{ $cell }”.
io-evidence-beside = From line { $line } on { $count } tables stand beside each other, each with dates of its own.
io-evidence-measure = The values of { $series } go to and fro about zero from row to row, as returns do.
io-evidence-chosen = You chose it.
io-evidence-tickers = Line { $line } names { $count } instruments, the first as “{ $cell }”.
io-evidence-no-dates = No column holds dates.
io-evidence-order = Only as { $order } do the rows follow each other in time.
io-evidence-gaps = Only as { $order } are the steps between the rows even.
io-evidence-weekdays = Only as { $order } do all days fall on usual trading days.
io-evidence-guess = “{ $cell }” and all others allow several orders.
io-evidence-week = { $count } days of the file tell.
io-evidence-step = The distances of { $count } dates tell; the row of { $date } is taken for { $from } to { $to }.
io-evidence-intraday = { $count } rows are of { $days ->
        [one] one day
       *[other] { $days } days
    }.
io-evidence-currency = The names of the columns or the lines above line { $line } tell it.
io-evidence-index-name = “{ $name }” is the name of an index.
io-evidence-named-inside = The file itself names it.
io-evidence-file-name = The name of the file, without what vendors add.
io-evidence-matrix = Line { $line } names months, the first is “{ $cell }”.
io-evidence-transposed = Line { $line } holds dates side by side, the first is “{ $cell }”.
io-evidence-members = Every table of the archive was read.
io-evidence-largest = { $count ->
    [one] Only it holds a table.
   *[other] { $count } hold tables; this one was taken for what it holds, then for its rows.
}
io-evidence-tables = The file holds { $count } tables; the one from line { $line } on was taken for what it holds, then for its rows.
io-evidence-alike = { $count } of { $all } tables have the same columns and are series of their own; all of these were read.
io-evidence-column-blank = The column holds nothing.
io-evidence-blend = From “{ $input }” and “{ $output }”: the file has no blended price of its own, or another ratio was chosen.
io-evidence-undisclosed = Line { $line }, column “{ $column }”: drawn as not disclosed.

# What a reader should know about a line.
io-and-more = { $count ->
    [one] One more line of this sort.
   *[other] { $count } more lines of this sort.
}
io-bad-bytes = Characters are damaged here, “{ $cell }”: their bytes are not { $encoding }. They were replaced by “�”.
io-nul-removed = { $count ->
    [one] An empty (NUL) character was left out.
   *[other] { $count } empty (NUL) characters were left out; the first is on this line.
}
io-skipped-preamble = Line above the header, left out: “{ $cell }”.
io-skipped-footer = Line below the data, left out: “{ $cell }”.
io-skipped-repeat = The header stands here once more; left out.
io-skipped-caption = A line with one cell among the rows, left out: “{ $cell }”.
io-stray-quote = A quotation mark stands inside a cell without being doubled; it was kept.
io-torn-dates = The comma inside the dates divides them, from this line on; they were put together again.
io-torn-thousands = { $count ->
    [one] In one row, this one, the commas between thousands divide
   *[other] In { $count } rows, the first this one, the commas between thousands divide
} numbers; they were put together again, which gives the row as many cells as there are names.
io-other-delimiter = The row is divided by “{ $delimiter }”, unlike the others; it was read so.
io-other-quote = The cells of the row stand between { $mark }, unlike the others; they were read so.
io-other-table = Table { $number } begins here, with { $rows ->
    [one] one row
   *[other] { $rows } rows
}. It was not read; choose it to see it.
io-member-unreadable = This part of the archive holds nothing that can be read: { $name }
io-member-warnings = { $count ->
    [one] One line of this part of the file was doubted,
   *[other] { $count } lines of this part of the file were doubted,
} repaired or left out. Choose it alone to see them: { $name }
io-models-without-names = No column holds words, so the models are named by their lines.
io-models-no-column = There is no column “{ $column }” here, so what was decided about it changes nothing.
io-yaml-cut = The list has a mistake on this line. The entries before it were read.
io-models-without-scores = No column holds costs or scores, so there is nothing to draw of these models.
io-rows-numbered = There are no dates, so the rows are counted from 1 and no event can be found among them.
io-fixed-point = { $series } has whole numbers such as { $close } for prices: more likely prices times a power of ten. They are read as they are.
io-open-or-close = “{ $open }” was taken for the opening and “{ $close }” for the closing prices; the rows would allow the opposite. Choose the column of the close if it is the other one.
io-bid-as-close = There are bids and asks and no closing prices; “{ $column }” stands for the close. Choose another column if it is meant.
io-bar-by-values = No name tells the prices of a bar; by their values “{ $open }” is the open, “{ $high }” the high, “{ $low }” the low and “{ $close }” the close.
io-companions = { $count ->
    [one] Not taken for a series, because its values are changes, per cent, units or those of the row before: { $names }
   *[other] Not taken for series, because their values are changes, per cent, units or those of the row before: { $names }
}
io-sign-flag = { $count ->
    [one] The price of { $series } on { $date } bears a minus sign ({ $close }) and goes on at the same size; it was taken
   *[other] { $count } prices of { $series } bear a minus sign, the first on { $date } ({ $close }), and go on at the same size; they were taken
} for a mark, as of days without trade, and the sign left out.
io-zero-flag = { $count ->
    [one] { $series } has a zero on { $date }, far from every other price; it was taken for a day without trade.
   *[other] { $series } has { $count } zeros, the first on { $date }, far from every other price; they were taken for days without trade.
}
io-returns = { $count ->
    [one] These numbers are returns, not prices: { $names }. They were
   *[other] The numbers of these series are returns, not prices: { $names }. They were
} compounded to a level of 100 before the first; moves are the returns as the file has them.
io-zeros-missing = { $count ->
    [one] A row has a price of 0 beside
   *[other] { $count } rows have prices of 0 beside
} others; a 0 there was taken for missing. This is the first.
io-missed-split = { $series } on { $date } closes at { $close }, as after a split of { $ratio } that the earlier prices do not know.
io-slipped-decimal = { $series } on { $date } closes at { $close }, many times off the days before and after: a slipped decimal mark?
io-ragged = { $cells ->
    [one] One cell
   *[other] { $cells } cells
} instead of { $expected }, left out. The row begins with “{ $cell }”.
io-short-row = { $cells ->
    [one] One cell
   *[other] { $cells } cells
} instead of { $expected }; the missing ones are taken for blank. The row begins with “{ $cell }”.
io-cell-beyond = “{ $cell }” stands beyond the named columns and is left aside.
io-coarse-dates = { $count ->
    [one] One release date gives
   *[other] { $count } release dates give
} only the month, quarter or year and { $count ->
    [one] counts as its first day, as on this line.
   *[other] count as its first day; the first is on this line.
}
io-release-unread = “{ $cell }” is no date; the model stands without a release date.
io-open-quote = A quotation mark opens a cell here and never closes; it was kept as part of the cell.
io-event-time = The time { $cell } has no zone, or one that is not known, and is left aside; write a zone such as America/New_York or +03:00 beside it
io-bad-date = “{ $cell }” is no date; the row was left out.
io-bad-number = “{ $cell }” is no number, in column “{ $column }”.
io-rows-without-value = { $count ->
    [one] A row holds no value, so its day has no price.
   *[other] { $count } rows hold no value, so their days have no price; this is the first.
}
io-names-of-groups = { $count ->
    [one] One row names no series and was read as one of the series
   *[other] { $count } rows name no series and were read as rows of the series
} named above, as where cells are merged.
io-row-without-series = The row names no series; left out.
io-row-without-model = The row names no model; left out.
io-row-without-name = The row names no model, and its numbers stand under its line, { $name }.
io-duplicate-date = { $date } stands twice for { $series }. This row was left out, line { $kept } was kept.
io-duplicate-model = “{ $name }” stands on line { $line } too; both rows are shown.
io-negative-cost = “{ $cell }” in column “{ $column }” is below zero, which no cost is; drawn as not disclosed.
io-other-currency = { $count ->
    [one] A cost in column “{ $column }” is not in dollars ({ $currency }), so it is not shown. Convert it to dollars.
   *[other] { $count } costs in column “{ $column }” are not in dollars ({ $currency }), so they are not shown. Convert them to dollars.
}
io-unread-prices = { $count ->
    [one] “{ $cell }” in column “{ $column }” is no price that can be read.
   *[other] { $count } cells of column “{ $column }” are no prices that can be read, such as “{ $cell }”: lines { $lines }
}
io-mixed-column = { $count ->
    [one] “{ $cell }” in column “{ $column }” is of another unit than the other rows. It is read as it stands.
   *[other] { $count } rows of column “{ $column }” are of another unit than the others, such as “{ $cell }”. They are read as they stand: lines { $lines }
}
io-inconsistent = { $count ->
    [one] { $series } on { $date }: the high or the low does not enclose the other prices.
   *[other] { $series } on { $date } and { $count } rows in all: the high or the low does not enclose the other prices.
}
io-mixed-decimals = Column “{ $column }” has decimal points and decimal commas. The rarer kind, first on this line, cannot be trusted.
io-two-decimals = Some columns have decimal points and others decimal commas; each was read by its own.
io-open-decimal = “{ $cell }” in column “{ $column }” could have a decimal mark or a thousands mark. The decimal mark was taken to be “{ $decimal }”.
io-flags = { $count ->
    [one] A value has a letter or sign beside it, “{ $cell }” in column “{ $column }”, which was taken for a flag (such as provisional, estimated or break in the series) and left off.
   *[other] { $count } values have a letter or sign beside them, such as “{ $cell }” in column “{ $column }”, which was taken for a flag (such as provisional, estimated or break in the series) and left off: lines { $lines }
}
io-odd-factor = { $count ->
    [one] “{ $cell }” in column “{ $column }” was read with its letter as thousands, millions or more, far above the other values. If the letter is a flag, take it off.
   *[other] { $count } values, such as “{ $cell }” in column “{ $column }”, were read with their letter as thousands, millions or more, far above the other values. If the letter is a flag, take it off: lines { $lines }
}
io-thirty-seconds = Prices are in 32nds: “{ $cell }” in column “{ $column }” was read as { $value }.
io-eighths = Prices are in eighths: “{ $cell }” in column “{ $column }” was read as { $value }.
io-common-fractions = Prices are written as fractions: “{ $cell }” in column “{ $column }” was read as { $value }.
io-open-date-order = “{ $cell }” could be { $order } or { $other }. It was read as { $order }.
io-swapped-dates = Dates stand in two forms here. Those up to the 12th had day and month changed, as when a spreadsheet of another country opens them: “{ $cell }” was read as { $date }.
io-counted-days = Dates are numbers of days: “{ $cell }” was read as { $date } ({ $order }). The next likely reading is { $other }.
io-buddhist-years = Years are those of the Buddhist calendar (Thailand): “{ $cell }” was read as { $date }.
io-persian-days = Days are those of the Persian calendar (Iran): “{ $cell }” was read as { $date }.
io-odd-days = Read as { $order }, the days leave out two days of the week on which no market rests. If the dates are counted or written otherwise, choose that.
io-no-header-assumed = There is no header; the columns were told apart by their values.
io-adjusted-as-close = Only adjusted closes are here; column “{ $column }” stands for the close.
io-word-as-series = “{ $column }” is the name of a price in other files. Here it was read as a series of its own.
io-unknown-role = “{ $cell }” is no role (index, future, stock); { $series } is drawn as a stock.
io-unknown-quantity = “{ $cell }” is no quantity (move, market_value, training_cost, chips); the row was left out.
io-unknown-bound = “{ $cell }” is no bound (about, at_least, at_most); the row was left out.

# What a reader should know about a container.
io-packed-cut = The packed file ends or breaks after this line (“{ $reason }”); what followed is missing. Download it again.
io-json-cut = The JSON breaks off or has a mistake here; what follows is missing. Download it again.
io-member-locked = “{ $name }” in the archive is protected by a password and was left out.
io-member-left = “{ $name }” in the archive holds no table that can be read and was left out.
io-nested-column = Column “{ $column }” holds lists, records or another type that is no cell, and was left out.
io-faulty-cell = Column { $column } of sheet “{ $sheet }” holds the error { $cell } instead of a value.
io-formulas-without-results = { $count ->
    [one] A formula of sheet “{ $sheet }” has no result stored ({ $cell }); its cell was taken for empty.
   *[other] { $count } formulas of sheet “{ $sheet }” have no results stored, or all give 0, the first in { $cell }; their cells were taken for empty.
} Open and save the file in a spreadsheet program to have them.
io-unknown-zone = Column “{ $column }” names the time zone “{ $zone }”, which is not known; it was read as UTC.
io-recalled-misfit = What was decided last time for files with these columns does not fit this one. It was read without.

# What several files say about one thing.
io-models-unmatched = { $count ->
    [one] A model of { $file } is not among those opened before and stands by itself: { $names }
   *[other] { $count } models of { $file } are not among those opened before and stand by themselves: { $names }
}
io-models-unmatched-before = { $count ->
    [one] A model opened before is not in { $file }: { $names }
   *[other] { $count } models opened before are not in { $file }: { $names }
}
io-models-costs-unmatched = { $count ->
    [one] A training cost of { $file } is of a model that no open table has, so nothing shows it: { $names }
   *[other] { $file } has training costs of { $count } models that no open table has, so nothing shows them: { $names }
}
io-models-alike =
    Joined by name without maker, date or effort, with { $file }: { $names }
io-models-dated-apart = { $count ->
    [one] Of one name here and in { $file }, but with release dates weeks apart; joined as one model: { $names }
   *[other] { $count } models are of one name here and in { $file }, but with release dates weeks apart; joined as one each: { $names }
}
io-models-contradicted = { $count ->
    [one] “{ $column }” of { $file } is not what the files opened before say, so both columns are kept: { $names }
   *[other] “{ $column }” of { $file } is not what the files opened before say of { $count } models, so both columns are kept: { $names }
}
io-models-costs-alike =
    Training costs of { $file } joined by name without maker, date or effort: { $names }
io-blend-filled = { $count ->
    [one] The blended price of a model is computed from its prices of input and output tokens, { $ratio } to 1: { $names }
   *[other] The blended prices of { $count } models are computed from their prices of input and output tokens, { $ratio } to 1: { $names }
}
io-prices-of-times = { $count ->
    [one] A model has prices of several times; the one in force last is shown: { $names }
   *[other] { $count } models have prices of several times; those in force last are shown: { $names }
}
io-models-none-shared = { $file } shares no model with those opened before; all stand side by side, and no figure of one file belongs to a model of the other.
io-conflict-value = { $series } on { $date } is { $here } here and { $there } in the other file, so both are kept: { $other }
io-conflict-returns = { $series } is given as returns, which were not joined with those of another file; both are kept: { $other }
io-conflict-currency = { $series } is in { $here } here and in { $there } in the other file, so both are kept: { $other }
io-conflict-clock = { $series } has days in one file and times in another, so both are kept: { $other }
