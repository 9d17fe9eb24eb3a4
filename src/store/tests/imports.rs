use super::*;
use crate::domain::agency::{Agency, AgencyKind};
use crate::store::Imported;
use crate::store::samples::day;

fn commune(id: &str, name: &str) -> Agency {
    Agency {
        id: AgencyId::new(id),
        name: name.into(),
        short: name.into(),
        kind: AgencyKind::Commune,
        province: Some("Lạng Sơn".into()),
        order: 100_000,
        aliases: vec![],
        valid_from: Some(day("2025-07-01")),
        valid_to: None,
        group: None,
        note: None,
    }
}

fn group() -> AgencyId {
    AgencyId::new("ls-cac-so")
}

#[test]
fn what_users_loaded_survives_an_update_of_the_register() {
    let (folder, mut shelf) = (TempDir::new().unwrap(), Shelf::new());
    let path = folder.path().join("t.db");
    let mut store = shelf.open(&path, "lan").unwrap();
    let (x1, x2) = (commune("x1", "Xã A"), commune("x2", "Xã B"));
    let done = store.import_agencies(&[x1.clone(), x2.clone()], Some(&group()), now()).unwrap();
    assert_eq!(done, Imported { added: 2, members: 2, ..Imported::default() });
    drop(store);
    // A later program brings another name for the group, and an agency under a code that is taken.
    shelf.bundled.agencies[1].name = "Các sở mới".into();
    shelf.bundled.agencies.push(Agency { name: "Khác".into(), ..x1.clone() });
    shelf.hash += 1;
    let catalog = shelf.open(&path, "lan").unwrap().snapshot().unwrap().catalog;
    assert_eq!(catalog.agency(&x1.id), Some(&x1));
    let updated = catalog.agency(&group()).unwrap();
    assert_eq!(updated.name, "Các sở mới");
    let bundled = &shelf.bundled.agencies[1].group.as_ref().unwrap().members;
    let members = &updated.group.as_ref().unwrap().members;
    assert_eq!(&members[..bundled.len()], bundled.as_slice());
    let added: Vec<_> = members[bundled.len()..].iter().map(|m| (m.agency.clone(), m.valid_from)).collect();
    assert_eq!(added, [(x1.id, x1.valid_from), (x2.id, x2.valid_from)]);
}

#[test]
fn a_loading_is_one_change_and_is_taken_back_as_one() {
    let (folder, shelf) = (TempDir::new().unwrap(), Shelf::new());
    let path = folder.path().join("t.db");
    let mut store = shelf.open(&path, "lan").unwrap();
    let start = store.snapshot().unwrap().catalog.agencies().to_vec();
    let (x1, x2) = (commune("x1", "Xã A"), commune("x2", "Xã B"));
    store.import_agencies(std::slice::from_ref(&x1), Some(&group()), now()).unwrap();
    let first = store.snapshot().unwrap().catalog.agencies().to_vec();
    let renamed = Agency { name: "Xã A mới".into(), ..x1.clone() };
    let second = [renamed.clone(), x2.clone()];
    let done = store.import_agencies(&second, Some(&group()), now()).unwrap();
    assert_eq!((done.added, done.changed, done.members), (1, 1, 2));
    let changes = changes::newest(store.conn.get().unwrap()).unwrap();
    let same = store.import_agencies(&second, Some(&group()), now()).unwrap();
    assert_eq!(
        (same.same, changes::newest(store.conn.get().unwrap()).unwrap()),
        (2, changes),
        "nothing changed"
    );
    for expected in [first, start] {
        let Some(Reply::Undone(Undone::Register(found))) = store.handle(Request::Undo, now()) else {
            panic!("the loading was not taken back");
        };
        assert_eq!(found, expected);
        assert_eq!(store.snapshot().unwrap().catalog.agencies(), expected);
    }
    assert_eq!(store.handle(Request::Undo, now()), Some(Reply::Undone(Undone::Nothing)));
}
