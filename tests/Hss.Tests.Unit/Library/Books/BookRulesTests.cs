using Hss.Grains.Entities;
using Hss.Grains.Files;
using Hss.Grains.Library.Books;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Library;
using static Hss.Tests.Unit.Library.Books.Titles;

namespace Hss.Tests.Unit.Library.Books;

public sealed class BookRulesTests
{
    private const string Cover = "uploads/0123456789abcdef0123456789abcdef.png";

    [Fact]
    public void Create_Twice_WithTheSameFacts_ChangesNothing_WithOthersIsRefused()
    {
        Assert.Same(Decision.Unchanged, BookRules.Create(Of(), Facts, true, Name, Now));
        Assert.Equal(RefusalCodes.Conflict, BookRules.Create(Of(), Facts with { Title = "Eden" }, true, Name, Now).Refusal?.Code);
        Assert.Equal(RefusalCodes.Conflict, BookRules.Create(Of(), Facts, false, Name, Now).Refusal?.Code);
        Assert.Equal(RefusalCodes.Conflict, BookRules.Create(After(Of(), BookRules.Delete(Of(), Now)), Facts, true, Name, Now).Refusal?.Code);
    }

    [Fact]
    public void Change_ChangesWhatIsNamed_TheRestStays()
    {
        var state = Of();
        var change = new BookChange(["title", "publisher"], new("", "Eden", "ignored", null, null, null, null, null, 99));
        Assert.Equal(Facts with { Title = "Eden", Publisher = null }, After(state, BookRules.Change(state, change, Name, Now)).Facts);
        Assert.Same(Decision.Unchanged, BookRules.Change(state, new(["title"], Facts), Name, Now));
    }

    [Fact]
    public void Change_OfTheIsbn_LetsTheOldNameGo()
    {
        var decision = BookRules.Change(Of(), new(["isbn"], Facts with { Isbn = "9780131103627" }), OtherName, Now);
        Assert.Equal(new LetGo(Name), Assert.Single(decision.Effects).Payload);
        Assert.Equal(OtherName, After(Of(), decision).IsbnName);
    }

    [Fact]
    public void Change_ToFewerCopiesThanAreOut_IsRefused()
    {
        var state = Of(3).Reserved("1").CheckedOut("2");
        Assert.Equal(RefusalCodes.Conflict, BookRules.Change(state, Copies(1), Name, Now).Refusal?.Code);
        Assert.Equal((0, 1, 1, 0), After(state, BookRules.Change(state, Copies(2), Name, Now)).Numbers());
    }

    [Theory]
    [InlineData(BookStatus.Reserved)]
    [InlineData(BookStatus.CheckedOut)]
    public void AStatusThatComesFromCopies_CannotBeSet_OnlyConfirmed(string status)
    {
        Assert.Equal(RefusalCodes.Conflict, BookRules.Change(Of(), new([], Facts, status), Name, Now).Refusal?.Code);
        var so = status == BookStatus.Reserved ? Of().Reserved("1") : Of().CheckedOut("1");
        Assert.Same(Decision.Unchanged, BookRules.Change(so, new([], Facts, status), Name, Now));
    }

    [Fact]
    public void Delete_IsRefusedWhileInUse_AndSaysHow()
    {
        var refusal = BookRules.Delete(Of().Reserved("1").Reserved("2", wait: true), Now).Refusal!;
        Assert.Equal(RefusalCodes.Conflict, refusal.Code);
        Assert.Equal(["queued 1", "reserved 1"], refusal.Details.Select(d => $"{d.Field} {d.Expected}"));
        Assert.Equal(RefusalCodes.NotFound, BookRules.Delete(new("x"), Now).Refusal?.Code);
    }

    [Fact]
    public void Delete_LetsTheIsbnGo_AndTheTitleIsInNoList()
    {
        var decision = BookRules.Delete(Of(), Now);
        Assert.Equal(new LetGo(Name), Assert.Single(decision.Effects).Payload);
        Assert.Equal(BookKind.Deleted, BookKind.Instance.Index(After(Of(), decision)).Status);
    }

    [Fact]
    public void Settle_MakesDurableThatANameIsNotItsOwn_BeforeItIsGivenBack()
    {
        Assert.Same(Decision.Unchanged, BookRules.Settle(Of(), Name, Now));
        Assert.IsType<IsbnLetGo>(Assert.Single(BookRules.Settle(Of(), OtherName, Now).Events));
        Assert.IsType<IsbnLetGo>(Assert.Single(BookRules.Settle(new("x"), Name, Now).Events));
        Assert.Same(Decision.Unchanged, BookRules.Settle(After(Of(), BookRules.Delete(Of(), Now)), Name, Now));
    }

    [Fact]
    public void ACoverThatIsAnUpload_IsClaimed_Once()
    {
        var withCover = Facts with { CoverImageUrl = Cover };
        Assert.Equal(UploadRules.ClaimTarget, Assert.Single(BookRules.Create(new("b"), withCover, true, Name, Now).Effects).Target);
        var state = After(Of(), BookRules.Change(Of(), new(["cover_image_url"], withCover), Name, Now));
        Assert.Empty(BookRules.Change(state, new(["title"], withCover with { Title = "Eden" }), Name, Now).Effects);
        Assert.Empty(BookRules.Create(new("b"), Facts with { CoverImageUrl = "https://example.org/a.png" }, true, Name, Now).Effects);
    }
}
