//! Every path into the runtime crate that an expansion may name.

use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::{quote, quote_spanned};

/// The runtime crate, as `$crate` names it: right also where it is renamed or re-exported.
#[derive(Clone, Debug)]
pub(crate) struct Runtime(pub(crate) TokenTree);

impl Runtime {
    /// A public type.
    pub(crate) fn item(&self, name: &str) -> TokenStream {
        let (runtime, name) = (&self.0, Ident::new(name, Span::mixed_site()));
        quote!(#runtime::#name)
    }

    /// The function that gives the value of a key its type. `key` is the user's own token, so that an editor
    /// and a deprecation find it; the rest is located there too, so that rustc underlines nothing else.
    pub(crate) fn key(&self, block: &str, key: &Ident) -> TokenStream {
        let (runtime, span) = self.located_at(key.span());
        let module = Ident::new(block.trim_end_matches('!'), span);
        quote_spanned!(span=> #runtime::private::keys::#module::#key)
    }

    /// A value of any type, for code that does not compile anyway.
    pub(crate) fn missing(&self, span: Span) -> TokenStream {
        let runtime = &self.0;
        quote_spanned!(span=> #runtime::private::missing())
    }

    /// The same, where the type must be said: the key takes values of several.
    pub(crate) fn missing_of(&self, ty: &TokenStream, span: Span) -> TokenStream {
        let runtime = &self.0;
        quote_spanned!(span=> #runtime::private::missing::<#ty>())
    }

    /// `start` on an export that nobody else holds.
    pub(crate) fn start(&self) -> TokenStream {
        let runtime = &self.0;
        quote!(#runtime::private::start)
    }

    /// The export that `..base` begins with.
    pub(crate) fn base(&self, place: Span) -> TokenStream {
        let (runtime, span) = self.located_at(place);
        quote_spanned!(span=> #runtime::private::base)
    }

    /// `$crate` and the span of a path into it, both shown at a token of the user.
    fn located_at(&self, place: Span) -> (TokenTree, Span) {
        let mut runtime = self.0.clone();
        runtime.set_span(runtime.span().located_at(place));
        (runtime, Span::mixed_site().located_at(place))
    }
}
