//! `tiendo remind`: the letter to those who have not reported, its files and the ledger; for the hand and for cron.

use serde_json::{Value, json};

use super::args::Remind;
use super::context::Context;
use super::database::Desk;
use super::error::CliError;
use super::outbox::Outbox;
use super::{Output, board, due, rounds};
use crate::app::model::Model;
use crate::app::reminding::Reminding;
use crate::domain::board::{Board, BoardRow};
use crate::domain::change::Record;
use crate::domain::ids::AgencyId;
use crate::domain::reminder::{self, Step};
use crate::text::parcel::Delivered;

pub(super) fn run(context: &Context, options: &Remind) -> Result<Output, CliError> {
    let mut desk = Desk::open(context)?;
    let board = rounds::board(&desk.model, &options.round, options.plan.as_deref())?;
    let reminding = match to_do(&desk.model, &board, options.ladder)? {
        Ok(reminding) => reminding,
        Err(why) => return Ok(nothing(&desk.model, &board, &why, options.json)),
    };
    if options.dry_run {
        return Ok(told(&desk.model, &board, &reminding, None, options.json));
    }
    let outbox = Outbox::open(options.out.as_deref(), &desk.model.layout, desk.model.demo);
    let delivered = write(&mut desk, &outbox, &reminding)?;
    Ok(told(&desk.model, &board, &reminding, Some(&delivered), options.json))
}

/// Puts the files of a batch on the disk and notes it in the ledger.
///
/// # Errors
/// The files could not be written, and then nothing is noted; or somebody reminded the same today.
pub(super) fn write(desk: &mut Desk, outbox: &Outbox, reminding: &Reminding) -> Result<Delivered, CliError> {
    let delivered = outbox
        .put(&reminding.parcel(None), desk.now.instant)
        .map_err(|failed| CliError::Undelivered(Box::new(failed)))?;
    desk.save(Record::Reminder(reminding.reminder.clone()))?;
    Ok(delivered)
}

/// The batch that is to go out now, or why there is none.
pub(super) fn to_do(
    model: &Model,
    board: &Board,
    ladder: bool,
) -> Result<Result<Reminding, String>, CliError> {
    let (lang, words, today) = (model.lang, model.words(), model.today());
    if board.preview {
        return Err(CliError::Refused(words.board_draft.to_owned()));
    }
    let rows: Vec<&BoardRow> = match ladder {
        true => reminder::ladder(board, &model.records.reminders, today),
        false => board.rows.iter().filter(|row| row.is_to_be_reminded(today)).collect(),
    };
    if ladder && rows.is_empty() && board.owing() > 0 {
        let reached = board.due.and_then(|due| Step::reached(today, due.due_last));
        return Ok(Err(lang.no_step_due(reached)));
    }
    let wanted: Vec<AgencyId> = rows.into_iter().map(|row| row.agency.clone()).collect();
    if wanted.is_empty() {
        return Ok(Err(words.board_nobody_to_remind.to_owned()));
    }
    let reminding = model.reminding(board, &wanted, today);
    let reminding = reminding.ok_or_else(|| CliError::Refused(words.board_empty.to_owned()))?;
    match reminding.batch.fresh.is_empty() {
        true => Ok(Err(lang.nobody_left_today(reminding.batch.already.len()))),
        false => Ok(Ok(reminding)),
    }
}

fn nothing(model: &Model, board: &Board, why: &str, as_json: bool) -> Output {
    if as_json {
        let mut value = data(model, board, None, None);
        value["nothing"] = why.into();
        return Output::json(&value);
    }
    Output::good(format!("{} · {}\n{why}\n", model.board_name(board), model.board_day(board)))
}

fn told(
    model: &Model,
    board: &Board,
    reminding: &Reminding,
    delivered: Option<&Delivered>,
    as_json: bool,
) -> Output {
    if as_json {
        return Output::json(&data(model, board, Some(reminding), delivered));
    }
    let (lang, batch) = (model.lang, &reminding.batch);
    let names =
        |ids: &[AgencyId]| ids.iter().map(|id| due::full_name(model, id)).collect::<Vec<_>>().join("; ");
    let mut text = board::head(model, board);
    text.push_str(&format!(
        "\n{}: {}\n",
        lang.letter_summary(batch.fresh.len(), &reminding.steps()),
        names(&batch.fresh)
    ));
    if !batch.already.is_empty() {
        text.push_str(&format!("{}\n", lang.left_out_today(&names(&batch.already), batch.already.len())));
    }
    match delivered {
        Some(delivered) => text.push_str(&format!("{}\n", lang.delivered(delivered))),
        None => text.push_str(&format!("{}: {}\n", model.words().dry_run_files, files(reminding).join(", "))),
    }
    Output::good(text)
}

fn files(reminding: &Reminding) -> Vec<String> {
    reminding.parcel(None).files.into_iter().map(|file| file.name).collect()
}

fn data(model: &Model, board: &Board, reminding: Option<&Reminding>, delivered: Option<&Delivered>) -> Value {
    let ids = |ids: &[AgencyId]| ids.iter().map(|id| id.as_str().to_owned()).collect::<Vec<_>>();
    let batch = reminding.map(|reminding| &reminding.batch);
    json!({
        "obligation": board.key.obligation.as_str(),
        "period": board.key.period.to_string(),
        "today": model.today(),
        "due_last": board.due.map(|due| due.due_last),
        "step": reminding.and_then(|reminding| reminding.letters.first()?.step).map(Step::days),
        "asked_for": reminding.and_then(|reminding| reminding.letters.first()).map(|asking| asking.asked.day),
        "reminded": batch.map(|batch| ids(&batch.fresh)).unwrap_or_default(),
        "left_out": batch.map(|batch| ids(&batch.already)).unwrap_or_default(),
        "files": reminding.map(files).unwrap_or_default(),
        "folder": delivered.map(|delivered| delivered.folder.as_str()),
    })
}
