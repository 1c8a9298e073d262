//! Many figures in one run: the files are read once, the figures drawn side by side.

use std::path::{Path, PathBuf};

use rayon::prelude::*;

use crate::io;
use crate::model::{Data, Message};

use super::{Format, Order, RenderError, Resources, Still, check_target};

/// A figure and where it goes.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// What it shows and how it is written.
    pub order: Order,
    /// Its file; the ending decides the format.
    pub path: PathBuf,
}

impl Item {
    /// Draws the figure; nothing is written. Gives its bytes, and what to tell of the user's notes
    /// that it leaves out.
    ///
    /// # Errors
    /// What to tell: a file that it needs, what the data lack, what does not fit.
    pub fn draw(&self, data: &Data) -> Result<(Vec<u8>, Vec<Message>), Message> {
        let wrong = |error: RenderError| error.message();
        let format = Format::of(&self.path).map_err(wrong)?;
        self.order.with_still(data, |still| {
            let figure = still.figure().map_err(wrong)?;
            Ok((still.encode(&figure, format).map_err(wrong)?, figure.left_out))
        })
    }
}

impl Order {
    /// Prepares the order and hands over everything that its figure is made from.
    ///
    /// # Errors
    /// What to tell: a file that it needs, what the data lack, or what `work` says.
    pub fn with_still<T>(
        &self,
        data: &Data,
        work: impl FnOnce(&Still<'_>) -> Result<T, Message>,
    ) -> Result<T, Message> {
        let resources = Resources::load(&self.options)?;
        let prepared = self.prepare(data)?;
        work(&Still {
            document: &prepared.document,
            data,
            analysis: &prepared.analysis,
            view: &prepared.view,
            options: &self.options,
            resources: &resources,
        })
    }
}

/// A figure that was written.
#[derive(Clone, Debug, PartialEq)]
pub struct Written {
    /// Its file.
    pub path: PathBuf,
    /// What to tell of the user's notes that it leaves out.
    pub left_out: Vec<Message>,
}

/// Draws and writes every figure below that folder, and goes on after one that fails; `done` is
/// called after each. The results stand in the order of the figures: what was written, or the
/// path and what to tell.
pub fn write_all(
    items: &[Item],
    data: &Data,
    folder: &Path,
    done: &(dyn Fn() + Sync),
) -> Vec<Result<Written, (PathBuf, Message)>> {
    let write = |item: &Item| {
        let path = folder.join(&item.path);
        let written =
            check_target(&path, data).and_then(|()| item.draw(data)).and_then(|(bytes, left_out)| {
                io::files::write_atomic(&path, &bytes).map_err(|error| error.message())?;
                Ok(left_out)
            });
        done();
        match written {
            Ok(left_out) => Ok(Written { path, left_out }),
            Err(message) => Err((path, message)),
        }
    };
    items.par_iter().map(write).collect()
}
