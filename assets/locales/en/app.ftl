# Words of the layer `app`.

app-action-open = Open files…
app-action-open-sample = Open the sample
app-action-close-all = Close all files
app-action-export = Export figure…
app-action-copy-table = Copy the table of moves
app-action-undo = Undo
app-action-redo = Redo
app-action-fit = Fit the charts
app-action-scale-percent = Per cent from the base
app-action-scale-hundred = 100 at the base
app-action-scale-price = Price
app-action-span-around = Around the event
app-action-span-month = One month
app-action-span-quarter = Three months
app-action-span-year = Year
app-action-span-all = All sessions
app-action-event-previous = Event one session earlier
app-action-event-next = Event one session later
app-action-event-clear = Remove the event
app-action-toggle-pick = Pick or unpick the selected series
app-action-toggle-visible = Show or hide the selected series
app-action-theme-light = Light theme
app-action-theme-dark = Dark theme
app-action-theme-system = Theme of the desktop
app-action-shortcuts = Keyboard shortcuts
app-action-about = About Richter
app-action-quit = Quit

app-theme-light = Light
app-theme-dark = Dark
app-theme-system = As the desktop

app-column-name = Series
app-column-base-date = Base date
app-column-base-close = Base close
app-column-event-close = Event close
app-column-change = Move
app-column-to-end = To end of range
app-column-change-percent = Move, %
app-column-to-end-percent = To end of range, %
app-cell-empty = –

app-job-open =
    { $files ->
        [one] Opening a file…
       *[other] Opening { $files } files…
    }
app-job-sample = Opening the sample…
app-job-export = Exporting { $file }…
app-job-cancelled = Cancelled. Nothing was changed.
app-job-broken = This did not finish: { $job } The program broke off on it; nothing was changed. Try again, or with fewer files.

app-opened-sample = Opened the sample: { $series } series, { $sessions } sessions, { $models } models
app-opened-series =
    { $files ->
        [one] Opened a file
       *[other] Opened { $files } files
    }: { $series } series, { $sessions ->
        [one] one session
       *[other] { $sessions } sessions
    }
app-opened-models =
    { $files ->
        [one] Opened a file
       *[other] Opened { $files } files
    }: { $models ->
        [one] one model
       *[other] { $models } models
    }
app-opened-files =
    { $files ->
        [one] Opened a file
       *[other] Opened { $files } files
    } that { $files ->
        [one] adds
       *[other] add
    } to the series and models
app-opened-with-warnings =
    { $opened }. { $warnings ->
        [one] One warning stands under its source.
       *[other] { $warnings } warnings stand under their sources.
    }

app-table-copied =
    { $rows ->
        [one] Copied the table of moves: one row
       *[other] Copied the table of moves: { $rows } rows
    }
app-saved = Saved { $path }
app-export-format = A figure is saved as .svg or .png. Choose a name that ends so: { $path }
app-export-no-prices = There is nothing to draw: this figure needs price files, and none is open.
app-export-no-models = There is nothing to draw: this figure needs a file of models, and none is open.
app-export-nothing = There is nothing to draw: open price files or a file of models first.
app-export-scale = { $scale } is no scale. Choose a number above zero.
app-export-too-large = A picture of { $width } by { $height } pixels is too large: { $most } pixels a side and { $megapixels } million in all are possible. Choose a smaller size or scale.
app-export-drawing = The figure could not be made into a picture: { $reason }. It can still be saved as .svg.
app-export-packing = The picture could not be packed as PNG: { $reason }. It can still be saved as .svg.

app-warning-line = Line { $line }: { $text }
app-source-decided = { $name } { $value }
app-source-assumed = { $name } { $value } (assumed)
app-assumption-certain = { $name } { $value }: { $evidence }
app-assumption-open = { $name } { $value } (assumed): { $evidence }
app-assumption-encoding = encoding
app-assumption-delimiter = delimiter
app-assumption-header-line = header line
app-assumption-decimal = decimal mark
app-assumption-thousands = thousands mark
app-assumption-date-order = date order
app-assumption-date-column = date column
app-assumption-close-column = close column
app-assumption-shape = shape
app-assumption-order = order
app-assumption-preamble-lines = lines above the header
app-assumption-ignored-columns = columns left aside
app-assumption-label-column = name column
app-assumption-undisclosed-cost = undisclosed cost
app-assumption-score-units = units of scores
app-assumption-other = decision
app-value-epoch-seconds = seconds since 1970
app-value-epoch-milliseconds = milliseconds since 1970
app-value-ascending = oldest first
app-value-descending = newest first
app-value-mixed = mixed
app-value-wide = a column for each series
app-value-long = a column of series names
app-value-none = none
app-value-space = space
app-value-tab = tab
app-value-zero = zero
app-value-empty = empty
app-value-zero-or-empty = zero or empty
app-value-separator = { ", " }
app-value-fraction = { $column } from 0 to 1
app-value-percent = { $column } from 0 to 100
app-value-elo = { $column } in Elo points
app-value-minutes = { $column } in minutes
app-value-unknown = { $column } in an unknown unit
app-rows-unreadable = unreadable
app-rows-prices =
    { $rows ->
        [one] { $rows } row
       *[other] { $rows } rows
    }
app-rows-models =
    { $rows ->
        [one] { $rows } model
       *[other] { $rows } models
    }
app-rows-events =
    { $rows ->
        [one] { $rows } event
       *[other] { $rows } events
    }
app-rows-shares =
    { $rows ->
        [one] { $rows } share count
       *[other] { $rows } share counts
    }
app-rows-reported =
    { $rows ->
        [one] { $rows } reported figure
       *[other] { $rows } reported figures
    }
app-rows-series =
    { $rows ->
        [one] { $rows } description
       *[other] { $rows } descriptions
    } of series
app-rows-values =
    { $rows ->
        [one] { $rows } training cost
       *[other] { $rows } training costs
    }
app-export-too-small = A figure of this kind is readable from { $width } by { $height } pixels on. Choose a larger size.
