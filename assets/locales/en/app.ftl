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
    }: { $series } series, { $sessions } sessions
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

app-saved = Saved { $file } · { $path }
app-export-format = A figure is saved as .svg or .png. Choose a name that ends so: { $path }
app-export-no-prices = There is nothing to draw: this figure needs price files, and none is open.
app-export-no-models = There is nothing to draw: this figure needs a file of models, and none is open.
app-export-nothing = There is nothing to draw: open price files or a file of models first.
app-export-scale = { $scale } is no scale. Choose a number above zero.
app-export-too-large = A picture of { $width } by { $height } pixels is too large: { $most } pixels a side and { $megapixels } million in all are possible. Choose a smaller size or scale.
app-export-drawing = The figure could not be made into a picture: { $reason }. It can still be saved as .svg.
app-export-packing = The picture could not be packed as PNG: { $reason }. It can still be saved as .svg.

app-figure-market = Index and stocks
app-figure-moves = Moves of the day
app-figure-models = Models
app-figure-pair = All of it

app-source-prices =
    { $rows ->
        [one] one row
       *[other] { $rows } rows
    }
app-source-many-series = { $series } series · { $rows } rows
app-source-models =
    { $rows ->
        [one] one model
       *[other] { $rows } models
    }
app-source-events =
    { $rows ->
        [one] one event
       *[other] { $rows } events
    }
app-source-shares =
    { $rows ->
        [one] one count of shares
       *[other] { $rows } counts of shares
    }
app-source-reported =
    { $rows ->
        [one] one reported figure
       *[other] { $rows } reported figures
    }
app-source-series =
    { $rows ->
        [one] who one series is
       *[other] who { $rows } series are
    }
app-source-values =
    { $rows ->
        [one] one training cost
       *[other] { $rows } training costs
    }
app-source-unreadable = unreadable
app-source-decided = { $name } { $value }
app-source-assumed = { $name } { $value }, assumed

app-assumption-certain = { $name }: { $value } ({ $evidence })
app-assumption-open = { $name }: { $value }, assumed ({ $evidence })
app-assumption-encoding = encoding
app-assumption-delimiter = cells divided by
app-assumption-header-line = header on line
app-assumption-decimal = decimal mark
app-assumption-thousands = thousands mark
app-assumption-date-order = date order
app-assumption-date-column = dates from
app-assumption-close-column = close from
app-assumption-shape = shape
app-assumption-order = order of rows
app-warning-line = line { $line }: { $text }
