//! `tiendo board`: who has reported in a round and who has not, as text, as data, as a table for Excel.

use serde_json::{Value, json};

use super::args::Board as Options;
use super::context::Context;
use super::error::CliError;
use super::table::Table;
use super::{Output, database, due, rounds};
use crate::app::model::Model;
use crate::domain::board::{Board, BoardRow, BoardState};
use crate::domain::ids::AgencyId;
use crate::export::csv;

pub(super) fn run(context: &Context, options: &Options) -> Result<Output, CliError> {
    let model = database::model(context)?;
    let board = rounds::board(&model, &options.round, options.plan.as_deref())?;
    if options.json {
        return Ok(Output::json(&data(&model, &board)));
    }
    if options.csv {
        let bytes =
            csv::csv(&model.board_sheet(&board)).map_err(|error| CliError::Fault(error.to_string()))?;
        let text = String::from_utf8(bytes).map_err(|error| CliError::Fault(error.to_string()))?;
        return Ok(Output::good(text));
    }
    Ok(Output::good(sheet(&model, &board, context.cells)))
}

/// What stands above the table, here and in `tiendo remind`.
pub(super) fn head(model: &Model, board: &Board) -> String {
    let sent = board.total() - board.owing();
    let draft = if board.preview { format!("{}\n", model.words().board_draft) } else { String::new() };
    format!(
        "{} · {}\n{}\n{} · {}\n{draft}",
        model.board_name(board),
        model.board_day(board),
        model.board_denominator(board),
        model.lang.board_share(sent, board.total()),
        model.board_tally(board)
    )
}

fn sheet(model: &Model, board: &Board, cells: Option<usize>) -> String {
    let words = model.words();
    let mut table = Table::with_numbers(&[3]);
    table.row([
        words.col_status,
        "",
        words.col_touched,
        words.col_reminded,
        words.col_past,
        words.col_agency,
        words.col_contact,
    ]);
    for row in &board.rows {
        let late = row.late_days.filter(|_| !board.preview);
        let late = late.map(|days| model.lang.board_late(row.state, days)).unwrap_or_default();
        let touched = row.touched.as_ref().map(|(at, _)| at.format("%d/%m/%Y %H:%M").to_string());
        let card = model.catalog.settled().contact(&row.agency);
        let card = card.map(|card| format!("{} {}", card.person, card.phone)).unwrap_or_default();
        table.row([
            &model.lang.board_state(row),
            &late,
            touched.as_deref().unwrap_or_default(),
            &row.reminders.to_string(),
            &model.lang.punctual_past(row.past),
            due::full_name(model, &row.agency),
            card.trim(),
        ]);
    }
    format!("{}\n{}", head(model, board), table.render(cells))
}

fn data(model: &Model, board: &Board) -> Value {
    let names =
        |ids: &[AgencyId]| ids.iter().map(|id| due::full_name(model, id).to_owned()).collect::<Vec<_>>();
    let counts: serde_json::Map<String, Value> = BoardState::ALL
        .into_iter()
        .map(|state| (word(state).to_owned(), board.count(state).into()))
        .collect();
    json!({
        "obligation": board.key.obligation.as_str(),
        "period": board.key.period.to_string(),
        "today": model.day(),
        "draft": board.preview,
        "printed": board.due.and_then(|due| due.printed),
        "due_last": board.due.map(|due| due.due_last),
        "due_advice": board.due.map(|due| due.due_advice),
        "total": board.total(),
        "owing": board.owing(),
        "counts": counts,
        "excluded": names(&board.excluded),
        "uncounted": names(&board.uncounted),
        "awaiting": names(&board.awaiting),
        "rows": board.rows.iter().map(|row| row_data(model, row)).collect::<Vec<_>>(),
    })
}

fn row_data(model: &Model, row: &BoardRow) -> Value {
    let card = model.catalog.settled().contact(&row.agency);
    json!({
        "id": row.agency.as_str(),
        "agency": due::full_name(model, &row.agency),
        "inherited_from": row.inherited_from.as_ref().map(|id| due::full_name(model, id)),
        "state": word(row.state),
        "parts": { "written": row.written.0, "asked": row.written.1 },
        "saved_at": row.touched.as_ref().map(|(at, _)| at.to_rfc3339()),
        "saved_by": row.touched.as_ref().map(|(_, by)| by),
        "extended_to": row.extended_to,
        "asked_for": row.asked_for,
        "late_days": row.late_days,
        "reminders": row.reminders,
        "reminded_on": row.reminded_on,
        "past": { "on_time": row.past.on_time, "of": row.past.of, "new": row.past.is_new },
        "contact": card.map(|card| json!({
            "person": card.person, "phone": card.phone, "email": card.email, "deputy": card.deputy,
        })),
    })
}

fn word(state: BoardState) -> &'static str {
    match state {
        BoardState::NotOpened => "not_opened",
        BoardState::Extended => "extended",
        BoardState::Drafting => "drafting",
        BoardState::AwaitingApproval => "awaiting_approval",
        BoardState::Returned => "returned",
        BoardState::Sent => "sent",
        BoardState::Received => "received",
        BoardState::Waived => "waived",
    }
}
