using Hss.Grains.Entities;
using Hss.Grains.Library.Books;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Library;

namespace Hss.Tests.Unit.Library.Books;

/// <summary>Titles in any state.</summary>
internal static class Titles
{
    public static readonly DateTimeOffset Now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);

    public static readonly EntityKey Key = new("book", "b");

    public static readonly EntityKey Name = new("name", "luna_isbn.one");

    public static readonly EntityKey OtherName = new("name", "luna_isbn.two");

    public static readonly BookFacts Facts = new("9780306406157", "Solaris", "Stanisław Lem", "MON", 1961, null, null, "SF-3", 1);

    public static BookState Of(int copies = 1, bool offered = true) => After(new("b"), BookRules.Create(new("b"), Facts with { Copies = copies }, offered, Name, Now));

    public static BookState After(BookState state, Decision decision)
    {
        Assert.Null(decision.Refusal);
        return decision.Events.Aggregate(state, BookRules.Apply);
    }

    public static BookState Reserved(this BookState state, string delivery, string? user = null, bool wait = false) =>
        After(state, CopyRules.Reserve(state, new(delivery, user ?? $"u{delivery}", wait), Now));

    public static BookState CheckedOut(this BookState state, string delivery, string? user = null)
    {
        state = state.Reserved(delivery, user);
        return After(state, CopyRules.CheckOut(state, delivery, Now));
    }

    public static BookState Returning(this BookState state, string back, string user) => After(state, CopyRules.AnnounceReturn(state, new(back, user, false), Now));

    public static BookChange Copies(int copies) => new(["copies"], Facts with { Copies = copies });

    /// <summary>Free, reserved, checked out, waiting.</summary>
    public static (int Free, int Reserved, int Out, int Queue) Numbers(this BookState state)
    {
        var view = BookViews.Of(state);
        return (view.FreeCopies, view.Reserved.Length, view.CheckedOut.Length, view.Queue.Length);
    }
}
