//! Series to a clean table in long form, written by polars from one data frame of texts.
//!
//! Every number is the shortest text that reads back as the same number.

use polars::prelude::{Column, CsvWriter, DataFrame, PolarsResult, SerWriter};

use super::error::WriteError;
use crate::model::Bars;

/// `date,series,open,high,low,close,adj_close,volume`, ascending by series and date, a cell empty
/// where the series has nothing. Dates are ISO, instants in UTC with `Z`.
///
/// # Errors
/// [`WriteError::Table`] when the table cannot be put together.
pub fn write_long(series: &[(String, &Bars)]) -> Result<Vec<u8>, WriteError> {
    let mut sorted: Vec<&(String, &Bars)> = series.iter().collect();
    sorted.sort_by(|a, b| a.0.cmp(&b.0));
    let mut frame = frame(&sorted).map_err(|error| WriteError::Table { reason: error.to_string() })?;
    let mut bytes = Vec::new();
    CsvWriter::new(&mut bytes)
        .finish(&mut frame)
        .map_err(|error| WriteError::Table { reason: error.to_string() })?;
    Ok(bytes)
}

fn frame(series: &[&(String, &Bars)]) -> PolarsResult<DataFrame> {
    let mut dates: Vec<String> = Vec::new();
    let mut names: Vec<&str> = Vec::new();
    let mut values: [Vec<Option<String>>; 6] = Default::default();
    for (name, bars) in series {
        let columns = bars.columns();
        let sources: [&[f64]; 6] = [
            &columns.open,
            &columns.high,
            &columns.low,
            columns.given(),
            &columns.adj_close,
            &columns.volume,
        ];
        for (row, stamp) in columns.stamps.iter().enumerate() {
            dates.push(stamp.to_string());
            names.push(name);
            for (target, source) in values.iter_mut().zip(sources) {
                target.push(source.get(row).filter(|value| value.is_finite()).map(ToString::to_string));
            }
        }
    }
    let mut columns = vec![Column::new("date".into(), dates), Column::new("series".into(), names)];
    for (name, texts) in super::frame::PRICE_COLUMNS.iter().zip(values) {
        columns.push(Column::new((*name).into(), texts));
    }
    DataFrame::new_infer_height(columns)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Columns, Stamp};
    use jiff::civil::date;

    #[test]
    fn rows_ascend_by_series_and_date_and_numbers_are_short() {
        let day = Stamp::Day(date(2025, 1, 27));
        let at = Stamp::Local(date(2025, 1, 27).at(9, 30, 0, 0));
        let bars = |stamp, close, volume: Option<f64>| {
            let volume = volume.map(|volume| vec![volume]).unwrap_or_default();
            Bars::new(Columns { stamps: vec![stamp], close: vec![close], volume, ..Columns::default() })
                .unwrap()
        };
        let (nvda, mu) = (bars(day, 118.42, Some(818_830_900.0)), bars(at, f64::NAN, None));
        let text = write_long(&[("NVDA (a, b.csv)".to_owned(), &nvda), ("MU".to_owned(), &mu)]).unwrap();
        let expected = "date,series,open,high,low,close,adj_close,volume\n\
                        2025-01-27T09:30:00,MU,,,,,,\n\
                        2025-01-27,\"NVDA (a, b.csv)\",,,,118.42,,818830900\n";
        assert_eq!(String::from_utf8(text).unwrap(), expected);
        let nothing = write_long(&[]).unwrap();
        assert_eq!(String::from_utf8(nothing).unwrap(), "date,series,open,high,low,close,adj_close,volume\n");
    }
}
