use super::*;
use crate::text::receipt::Label;
use crate::text::words::Lang;

#[test]
fn markup_in_a_name_is_inert_and_nothing_is_fetched() {
    let lines = vec![(Label::Author, "<script>alert(1)</script> & Co".to_owned())];
    let page = html(&Receipt { lang: Lang::Vi, lines, seal: vec![("number", "1".into())] }, None);
    assert!(page.contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; Co"), "{page}");
    assert!(!page.contains("<script") && !page.contains("http") && page.contains("number: 1"), "{page}");
}
