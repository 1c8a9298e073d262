//! How long a frame of the window takes while the pointer moves over a scatter of models: input, all
//! panels and the triangles for the graphics card, as the window makes them before it hands them
//! over. Run with `cargo bench --bench window`: milliseconds are of this machine; the ratio is to
//! the same window over twenty models.

#![expect(clippy::print_stdout, reason = "a bench tells what it measured")]

use std::fmt::Write as _;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use eframe::egui::{Context, Event, Pos2, RawInput, Rect, pos2, vec2};
use richter::app::Settings;
use richter::ui::{Chooser, Desk};

/// Frames that are timed.
const FRAMES: u32 = 600;
/// Size of the window, in points.
const SIZE: [f32; 2] = [1440.0, 900.0];

fn main() -> Result<(), std::io::Error> {
    let folder = tempfile::tempdir()?;
    println!("{:<8} {:>9} {:>9} {:>9} {:>9} {:>7}", "models", "first ms", "median", "p95", "worst", "ratio");
    let mut base = None;
    for count in [20, 5000] {
        let path = folder.path().join(format!("models-{count}.csv"));
        std::fs::write(&path, models(count))?;
        let mut window = Window::open(&path);
        let [first, mut frames @ ..] = window.hover();
        frames.sort_by(f64::total_cmp);
        let at = |share: usize| frames.get((frames.len() - 1) * share / 100).copied().unwrap_or(f64::NAN);
        let base = *base.get_or_insert(at(50));
        println!(
            "{count:<8} {first:>9.2} {:>9.2} {:>9.2} {:>9.2} {:>7.2}",
            at(50),
            at(95),
            at(100),
            at(50) / base
        );
    }
    Ok(())
}

/// A window without a screen.
struct Window {
    ctx: Context,
    desk: Desk,
    time: f64,
    /// The first frame in which the models were there, in milliseconds.
    first: f64,
}

impl Window {
    /// Opens a file and waits until it is read.
    fn open(path: &Path) -> Self {
        let ctx = Context::default();
        let mut desk = Desk::new(&ctx, Settings::default(), Arc::new(Nobody));
        desk.start(vec![path.to_path_buf()]);
        let mut window = Self { ctx, desk, time: 0.0, first: 0.0 };
        while window.desk.is_busy() {
            std::thread::sleep(Duration::from_millis(5));
            window.first = window.frame(Vec::new());
        }
        window.frame(Vec::new());
        window
    }

    /// The first frame's milliseconds, then those of frames in which the pointer goes over the chart.
    fn hover(&mut self) -> [f64; FRAMES as usize + 1] {
        let mut out = [self.first; FRAMES as usize + 1];
        for (place, out) in (0..FRAMES).zip(out.iter_mut().skip(1)) {
            let along = place as f32 / FRAMES as f32;
            let at = pos2(420.0 + 900.0 * along, 330.0 + 180.0 * (along * 37.0).sin());
            *out = self.frame(vec![Event::PointerMoved(at)]);
        }
        out
    }

    fn frame(&mut self, events: Vec<Event>) -> f64 {
        self.time += 1.0 / 60.0;
        let screen = Rect::from_min_size(Pos2::ZERO, vec2(SIZE[0], SIZE[1]));
        let input =
            RawInput { screen_rect: Some(screen), time: Some(self.time), events, ..RawInput::default() };
        let start = Instant::now();
        let output = self.ctx.run_ui(input, |ui| self.desk.frame(ui));
        let triangles = self.ctx.tessellate(output.shapes, output.pixels_per_point);
        black_box(triangles.len());
        start.elapsed().as_secs_f64() * 1e3
    }
}

/// Dialogs nobody answers.
struct Nobody;

impl Chooser for Nobody {
    fn open(&self, _title: &str, _filter: &str) -> Option<Vec<PathBuf>> {
        None
    }

    fn file(&self, _title: &str, _filter: &str, _endings: &[&str]) -> Option<PathBuf> {
        None
    }

    fn save(&self, _title: &str, _name: &str) -> Option<PathBuf> {
        None
    }
}

/// A table of so many models, spread over costs and scores without a pattern.
fn models(count: u32) -> String {
    let spread = |place: u32, step: u32| f64::from(place * step % 9973) / 9973.0;
    let mut text =
        "Model,Organization,Release date,Model accessibility,Input price,Output price,GPQA\n".to_owned();
    for place in 1..=count {
        let price = 10f64.powf(spread(place, 617) * 3.0 - 1.0);
        let [month, day] = [place % 12 + 1, place % 28 + 1];
        let access = if place.is_multiple_of(3) { "Open weights" } else { "API access" };
        let score = 20.0 + 70.0 * spread(place, 389);
        let _ = writeln!(
            text,
            "Model {place},Organisation {},2024-{month:02}-{day:02},{access},{price:.3},{:.3},{score:.2}",
            place % 9,
            price * 4.0
        );
    }
    text
}
