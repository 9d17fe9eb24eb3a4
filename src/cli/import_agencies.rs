//! `tiendo agencies import`: agencies from a table into the database, all or nothing.

use std::fs;

use super::Output;
use super::args::ImportAgencies;
use super::context::Context;
use super::database;
use super::error::CliError;
use super::lookup;
use crate::catalog::{CsvContext, load_register_csv};
use crate::domain::agency::{Agency, GroupExtent};
use crate::domain::catalog::Catalog;
use crate::domain::ids::AgencyId;
use crate::store::Imported;
use crate::text::words::Lang;

pub(super) fn run(context: &Context, options: &ImportAgencies) -> Result<Output, CliError> {
    let path = &options.csv;
    let bytes = fs::read(path).map_err(|error| CliError::Unreadable(path.clone(), error))?;
    let bundled = database::bundled()?;
    let mut database = database::open(context)?;
    let catalog = database.store.snapshot().map_err(CliError::Store)?.catalog;
    let group = options.group.as_deref().map(|typed| listed_group(&catalog, typed)).transpose()?;
    let is_own = |id: &AgencyId| bundled.agencies.iter().all(|agency| agency.id != *id);
    let province = group.and_then(|group| group.province.as_deref());
    let read = CsvContext { register: catalog.agencies(), is_own: &is_own, province };
    let agencies = match load_register_csv(&bytes, &read) {
        Ok(agencies) => agencies,
        Err(faults) => {
            let vi = context.lang == Lang::Vi;
            let lines: Vec<String> =
                faults.iter().map(|fault| format!("{}: {}", path.display(), fault.text(vi))).collect();
            let end = context.lang.pick("Chưa ghi gì.", "Nothing was written.");
            return Ok(Output { text: format!("{}\n{end}\n", lines.join("\n")), good: false });
        }
    };
    if options.dry_run {
        let text = context.lang.pick(
            format!("{} dòng, không có lỗi. Chạy thử: chưa ghi gì.\n", agencies.len()),
            format!("{} lines without a fault. Dry run: nothing was written.\n", agencies.len()),
        );
        return Ok(Output::good(text));
    }
    let done = database.store.import_agencies(&agencies, group.map(|group| &group.id), context.now());
    let done = done.map_err(CliError::Store)?;
    Ok(Output::good(told(context.lang, done, group)))
}

/// The group that was typed; only one whose members can be listed takes members.
fn listed_group<'a>(catalog: &'a Catalog, typed: &str) -> Result<&'a Agency, CliError> {
    let found = lookup::agency(catalog, typed)?;
    let listed = found.group.as_ref().is_some_and(|group| group.extent == GroupExtent::Enumerable);
    if listed { Ok(found) } else { Err(CliError::NoGroup(found.name.clone())) }
}

fn told(lang: Lang, done: Imported, group: Option<&Agency>) -> String {
    let Imported { added, changed, same, members } = done;
    let text = lang.pick(
        format!("Thêm {added}, sửa {changed}, giữ nguyên {same} cơ quan."),
        format!("{added} agencies added, {changed} changed, {same} as they were."),
    );
    let group = group.map(|group| {
        lang.pick(
            format!(" Nhóm “{}” có {members} thành viên nạp từ tệp.", group.name),
            format!(" Group “{}” has {members} members from files.", group.name),
        )
    });
    format!("{text}{}\n", group.unwrap_or_default())
}
