//! `tiendo report import`: the table that an agency filled in, all of it or nothing.

use std::fs;

use serde_json::{Value, json};

use crate::app::model::Model;
use crate::catalog::bundled_layout;
use crate::cli::Output;
use crate::cli::args::ImportTable;
use crate::cli::config;
use crate::cli::database::Desk;
use crate::cli::due::full_name;
use crate::cli::error::CliError;
use crate::cli::report::shown::part_names;
use crate::domain::record::{Observation, ReportedFigure};
use crate::import::filled::{Filled, Known, Proposal, read_filled};
use crate::import::table::TableFault;
use crate::text::figure::figure_text;
use crate::text::number::format_number;
use crate::text::sanitise::one_line;
use crate::text::width::{Ellipsis, truncate};

/// Cells of a text in a line that tells of a change.
const SHOWN: usize = 60;

pub(super) fn run(desk: &mut Desk, options: &ImportTable) -> Result<Output, CliError> {
    let path = &options.table;
    let bytes = fs::read(path).map_err(|error| CliError::Unreadable(path.clone(), error))?;
    let model = &desk.model;
    let bundled = bundled_layout().map_err(CliError::Bundle)?;
    let marks = [config::layout()?, bundled.into()].map(|layout| layout.words.made_up.clone());
    let known = Known {
        catalog: &model.catalog,
        calendar: &model.calendar,
        today: model.today(),
        made_up: if model.demo { &[] } else { &marks },
    };
    let filled = match read_filled(&bytes, &known) {
        Ok(filled) => filled,
        Err(faults) => return Ok(refused(desk, options, &faults)),
    };
    let told = if options.json { String::new() } else { told(model, &filled, options.dry_run) };
    let data = data(model, &filled, options.dry_run);
    if !options.dry_run && !filled.changes.is_empty() {
        desk.save_all(filled.changes.iter().map(Proposal::record).collect())?;
    }
    Ok(if options.json { Output::json(&data) } else { Output::good(told) })
}

fn refused(desk: &Desk, options: &ImportTable, faults: &[TableFault]) -> Output {
    let lang = desk.model.lang;
    let place = options.table.display();
    if options.json {
        let rows = faults
            .iter()
            .map(|fault| json!({ "sheet": fault.sheet.as_deref(), "row": fault.line, "column": fault.column, "reason": fault.text(lang) }));
        let value = json!({ "written": false, "faults": rows.collect::<Value>() });
        return Output { good: false, ..Output::json(&value) };
    }
    let lines: String = faults.iter().map(|fault| format!("{place}: {}\n", fault.text(lang))).collect();
    let end = lang.pick("Chưa ghi gì.", "Nothing was written.");
    Output { text: format!("{lines}{end}\n"), good: false }
}

fn told(model: &Model, filled: &Filled, dry_run: bool) -> String {
    let mut text: String = filled.changes.iter().map(|change| change_text(model, change)).collect();
    for slip in &filled.slips {
        let (before, now) = (format_number(slip.before), format_number(slip.now));
        text.push_str(&format!(
            "! {}\n",
            model.lang.unit_slip_in_row(slip.line, &slip.indicator, &before, &now)
        ));
    }
    for (found, missing) in [(filled.has_figures, true), (filled.has_texts, false)] {
        if !found {
            text.push_str(&format!("{}\n", model.lang.sheet_missing(missing)));
        }
    }
    let over = filled.changes.iter().filter(|change| change.writes_over()).count();
    let new = filled.changes.len() - over;
    text + &format!("{}\n", model.lang.filled_tally([new, over, filled.same, filled.blank], dry_run))
}

/// "dòng 5: Sở Y tế · CBCC có ĐH: 7/20 = 35 % (thay 6/20 = 30 %)".
fn change_text(model: &Model, change: &Proposal) -> String {
    let lang = model.lang;
    match change {
        Proposal::Figure { line, new, old } => {
            let target = model.catalog.target(&new.target).map(|(_, target)| target);
            let (name, unit) = target.map_or(("", ""), |target| (&target.short, &target.unit));
            let shown = |figure: &Observation| figure_text(&ReportedFigure::from(figure), unit, lang);
            let agency = model.catalog.short_name(&new.agency);
            let over = old.as_ref().map(|old| lang.instead_of(&shown(old))).unwrap_or_default();
            format!("{}: {agency} · {name}: {}{over}\n", lang.row(*line), shown(new))
        }
        Proposal::Texts { line, new, old } => {
            let agency = model.catalog.short_name(&new.agency);
            let shown = |text: &str| truncate(&one_line(text), SHOWN, Ellipsis::Unicode).into_owned();
            let parts = part_names(model).into_iter().zip(old.texts().into_iter().zip(new.texts()));
            let changed = parts.filter(|(_, (old, new))| old != new).map(|(name, (old, new))| {
                let over = if old.is_empty() { String::new() } else { lang.instead_of(&shown(old)) };
                format!("{}: {agency} · {name}: {}{over}\n", lang.row(*line), shown(new))
            });
            changed.collect()
        }
    }
}

fn data(model: &Model, filled: &Filled, dry_run: bool) -> Value {
    let changes = filled.changes.iter().map(|change| match change {
        Proposal::Figure { line, new, old } => json!({
            "row": line,
            "agency": full_name(model, &new.agency),
            "target": new.target.as_str(),
            "new": ReportedFigure::from(&**new),
            "old": old.as_deref().map(ReportedFigure::from),
        }),
        Proposal::Texts { line, new, old } => json!({
            "row": line,
            "agency": full_name(model, &new.agency),
            "obligation": new.obligation.as_str(),
            "period": new.period.to_string(),
            "new": new.texts(),
            "old": old.texts(),
        }),
    });
    let slips = filled.slips.iter().map(|slip| {
        json!({ "row": slip.line, "indicator": slip.indicator, "before": slip.before, "now": slip.now })
    });
    json!({
        "written": !dry_run && !filled.changes.is_empty(),
        "changes": changes.collect::<Value>(),
        "same": filled.same,
        "blank": filled.blank,
        "unit_slips": slips.collect::<Value>(),
        "faults": [],
    })
}
