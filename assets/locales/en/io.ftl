# Words of reading and writing files. Paths come last.

# Why a file gave nothing.
io-cancelled = Opening was cancelled.
io-file-missing = There is no such file. Check its name and folder: { $path }
io-file-denied = You are not allowed to read this file. Ask for access or copy it to a folder of your own: { $path }
io-file-is-folder = This is a folder. Open the files in it: { $path }
io-file-special = This is a device or a pipe. Save its contents as a file first: { $path }
io-folder-empty = No table lies in this folder. Tables end in .csv, .tsv or .txt: { $path }
io-file-too-large = The file has { $megabytes } MB, more than the { $limit } MB that can be opened. Divide it into parts: { $path }
io-file-shrank = The file became shorter while it was read ({ $found } of { $expected } bytes). Open it again when it is complete: { $path }
io-file-other = The file could not be read (“{ $reason }”): { $path }

io-content-empty = The file is empty. Download it again: { $path }
io-binary-picture = This is a picture, not a table. Save the table behind it as CSV and open that: { $path }
io-binary-pdf = This is a PDF document, not a table. Look for the data as CSV at its publisher: { $path }
io-binary-workbook = This is a spreadsheet workbook. Save its sheet as CSV and open that: { $path }
io-binary-archive = This is a compressed archive. Unpack it and open the tables in it: { $path }
io-binary-parquet = This is a Parquet file. Save it as CSV and open that: { $path }
io-binary-unknown = This is no text, so no table can be read from it. Save the table as CSV and open that: { $path }
io-encoding-utf16 = The text is in UTF-16. Save it as UTF-8 and open it again: { $path }
io-encoding-other = Byte { $byte } on line { $line } (offset { $offset }) is not UTF-8. Save the file as UTF-8 and open it again: { $path }
io-no-columns = No columns were found. Cells are divided by comma, semicolon, tab or vertical bar: { $path }
io-header-only = There is a header on line { $line } and nothing under it. Download the file again with its rows: { $path }
io-no-dates = No column of dates was found. Name it “Date” and write days as 2025-01-27: { $path }
io-no-numbers = No column of prices or scores was found. Name the price “Close”: { $path }
io-no-close = There are opening or highest prices, and no column of closing prices. Name it “Close”: { $path }
io-unnamed-close = No column of closing prices was found among the columns of numbers ({ $columns }). Name it “Close”: { $path }
io-no-header = There is no header, and the values do not tell which column is which. Add a first line with their names: { $path }
io-mostly-broken = { $bad } of { $rows } rows cannot be read. The first is line { $line }, “{ $cell }”: { $path }
io-arrange = The rows could not be put in order (“{ $reason }”): { $path }

# Why a file was not written.
io-write-folder = A folder of this name is there already. Choose another name: { $path }
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
io-evidence-delimiter = Line { $line } divides into { $cells } cells, and most lines do the same.
io-evidence-header = Line { $line } holds the name “{ $cell }”.
io-evidence-no-header = Line { $line } already holds data, beginning with “{ $cell }”.
io-evidence-preamble = The lines above the header are no data, the first is line { $line }: “{ $cell }”.
io-evidence-no-groups = No number of the file groups its digits.
io-evidence-no-mark = No number of the file has a decimal mark.
io-evidence-wide = Line { $line } names { $count ->
    [one] a column of numbers that is no price of one instrument
   *[other] { $count } columns of numbers that are no prices of one instrument, the first
} “{ $cell }”.
io-evidence-undisclosed = Line { $line }, column “{ $column }”: drawn as not disclosed.

# What a reader should know about a line.
io-and-more = { $count ->
    [one] One more line of this sort.
   *[other] { $count } more lines of this sort.
}
io-skipped-preamble = Line above the header, left out: “{ $cell }”.
io-skipped-footer = Line below the data, left out: “{ $cell }”.
io-skipped-repeat = The header stands here once more; left out.
io-ragged = { $cells ->
    [one] One cell
   *[other] { $cells } cells
} instead of { $expected }, left out. The row begins with “{ $cell }”.
io-open-quote = A quotation mark opens here and never closes, so the lines after it are lost. Close it in the file.
io-bad-date = “{ $cell }” is no date; the row was left out.
io-bad-number = “{ $cell }” is no number, in column “{ $column }”.
io-rows-without-value = { $count ->
    [one] A row without any value was left out.
   *[other] { $count } rows without any value were left out; this is the first.
}
io-row-without-series = The row names no series; left out.
io-row-without-model = The row names no model; left out.
io-duplicate-date = { $date } stands twice for { $series }. This row was left out, line { $kept } was kept.
io-duplicate-model = “{ $name }” stands twice; both rows are shown.
io-inconsistent = { $count ->
    [one] { $series } on { $date }: the high or the low does not enclose the other prices.
   *[other] { $series } on { $date } and { $count } rows in all: the high or the low does not enclose the other prices.
}
io-mixed-decimals = Column “{ $column }” has decimal points and decimal commas. The rarer kind, first on this line, cannot be trusted.
io-two-decimals = Some columns have decimal points and others decimal commas; each was read by its own.
io-open-decimal = “{ $cell }” in column “{ $column }” could have a decimal mark or a thousands mark. The decimal mark was taken to be “{ $decimal }”.
io-open-date-order = “{ $cell }” could be { $order } or { $other }. It was read as { $order }.
io-no-header-assumed = There is no header; the columns were told apart by their values.
io-adjusted-as-close = Only adjusted closes are here; column “{ $column }” stands for the close.
io-word-as-series = “{ $column }” is the name of a price in other files. Here it was read as a series of its own.
io-unknown-role = “{ $cell }” is no role (index, future, stock); { $series } is drawn as a stock.
io-unknown-quantity = “{ $cell }” is no quantity (move, market_value, training_cost, chips); the row was left out.
io-unknown-bound = “{ $cell }” is no bound (about, at_least, at_most); the row was left out.

# What several files say about one thing.
io-models-replaced = A model table that was opened later is shown instead: { $file }
io-conflict-value = { $series } on { $date } is { $here } here and { $there } in the other file, so both are kept: { $other }
io-conflict-clock = { $series } has days in one file and times in another, so both are kept: { $other }
