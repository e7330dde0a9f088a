using Hss.Grains.Library.Books;
using Hss.Silo.Library.Books;

namespace Hss.Tests.Unit.Library.Books;

public sealed class IsbnTests
{
    [Theory]
    [InlineData("0-306-40615-2", "0306406152", "9780306406157")]
    [InlineData("978-0-306-40615-7", "9780306406157", "9780306406157")]
    [InlineData("080442957x", "080442957X", "9780804429573")]
    [InlineData(" 979 10 90636 07 1 ", "9791090636071", "9791090636071")]
    public void AValidNumber_IsReadInItsNormalForm_AndOldAndNewAreOne(string text, string normal, string thirteen)
    {
        Assert.True(Isbn.TryParse(text, out var read));
        Assert.Equal((normal, thirteen), (read, Isbn.Thirteen(read)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0306406153")]
    [InlineData("9780306406158")]
    [InlineData("9770306406155")]
    [InlineData("X306406152")]
    [InlineData("97803064061X7")]
    [InlineData("030640615")]
    [InlineData("٠٣٠٦٤٠٦١٥٢")]
    public void AnyOther_IsRefused(string? text) => Assert.False(Isbn.TryParse(text, out _));

    [Theory]
    [InlineData("9780804429573", "080442957X")]
    [InlineData("9791090636071", null)]
    public void TheOldNumber_IsTheNewOnes_WhereThereIsOne(string thirteen, string? ten) => Assert.Equal(ten, Isbn.Ten(thirteen));

    [Fact]
    public void TheDemonstrationBooks_Are200_WithValidDifferentNumbers()
    {
        var books = BookDemonstration.Books;
        Assert.Equal((200, 200), (books.Length, books.Select(b => b.Isbn).Distinct().Count()));
        Assert.All(books, b => Assert.True(Isbn.TryParse(b.Isbn, out var normal) && normal == b.Isbn && b is { Title.Length: > 0, Author.Length: > 0, Copies: >= 1, PublicationYear: >= 1400 }));
    }
}
