//! Which agency the user works for: its name is typed, and it is remembered as on the screen.

use super::Session;
use super::talk::Told;
use crate::app::action::Action;
use crate::app::chooser::{Choice, Destination};
use crate::app::msg::Msg;
use crate::app::overlay::Overlay;
use crate::app::update::Said;

impl Session<'_> {
    /// Asks until an agency is chosen, or the question is passed over.
    pub(super) fn ask_agency(&mut self) -> Told<()> {
        let prompts = self.prompts();
        self.talk.say(prompts.which_agency)?;
        loop {
            let typed = self.talk.ask(prompts.prompt_name, prompts.help_name)?;
            if typed.is_empty() {
                return Ok(());
            }
            let found = self.agencies_named(&typed);
            let chosen = match found.as_slice() {
                [] => {
                    self.talk.say(self.desk.model.words().nothing_found)?;
                    None
                }
                [one] => one.to.clone(),
                several => {
                    let lines: Vec<String> = several.iter().map(line).collect();
                    self.talk.choose(&lines)?.and_then(|at| several[at].to.clone())
                }
            };
            match chosen {
                Some(to) => {
                    self.tell(Said::Pick(to));
                    return self.say_notice();
                }
                None => self.tell(Said::Do(Action::Back)),
            }
        }
    }

    /// What the chooser of the screen lists for these words.
    fn agencies_named(&mut self, typed: &str) -> Vec<Choice> {
        self.tell(Said::Do(Action::ChooseAgency));
        self.hear(Msg::Paste(typed.to_owned()));
        let Some(Overlay::Chooser(chooser)) = self.desk.model.overlays.last() else { return Vec::new() };
        let is_agency =
            |choice: &&Choice| matches!(choice.to, Some(Destination::Agency(_) | Destination::AllAgencies));
        chooser.list.rows().iter().filter(is_agency).cloned().collect()
    }
}

fn line(choice: &Choice) -> String {
    if choice.place.is_empty() { choice.label.clone() } else { format!("{}, {}", choice.label, choice.place) }
}
