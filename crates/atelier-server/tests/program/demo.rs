//! The demonstration prints the figures computed by hand in the documentation.

use crate::{Engine, Program, on_engines};

on_engines! {
    golden_figures => golden_figures_on_sqlite, golden_figures_on_postgres;
}

fn golden_figures(engine: Engine) {
    let Some(program) = Program::on(engine) else { return };
    let said = program.ok(&["demo", "--no-serve", "--lang", "en"]);
    for figure in ["350 net contacts", "615.00 h of 588.00 h (104.59%)", "340.3% in W08", "103.5 h at W10"] {
        assert!(said.contains(figure), "{figure} in\n{said}");
    }
}
