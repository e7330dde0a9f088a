using Hss.Grains.Library.Books;
using Hss.Interfaces.Library;

namespace Hss.Tests.Unit.Library.Books;

public sealed class BookSearchTests
{
    private static readonly BookFacts Book = new("9780804429573", "Gösta Berling's Saga: Straße", "Selma Lagerlöf", "Bonnier & Söner", 1891, null, null, null, 1);

    [Theory]
    [InlineData("gosta")]
    [InlineData("GÖSTA berl")]
    [InlineData("saga lager")]
    [InlineData("berlings")]
    [InlineData("strasse")]
    [InlineData("9780804")]
    [InlineData("978-0-8044-2957-3")]
    [InlineData("0-8044-2957-x")]
    public void ASearch_FindsBeginningsOfWords_WithoutCaseAndAccents(string text) => Assert.True(Finds(BookSearch.Terms(text)));

    [Theory]
    [InlineData("osta")]
    [InlineData("gosta nobody")]
    [InlineData("bonnier")]
    [InlineData("a=selma")]
    [InlineData("804429573")]
    public void ASearch_FindsNothingElse(string text) => Assert.False(Finds(BookSearch.Terms(text)));

    [Fact]
    public void ATextWithoutWords_FindsNothing() => Assert.Empty(BookSearch.Terms("%%_'"));

    [Fact]
    public void AuthorsAndPublishers_AreFoundByTheirOwnFilters()
    {
        Assert.True(Finds(BookSearch.AuthorTerms("lagerlof")));
        Assert.False(Finds(BookSearch.AuthorTerms("saga")));
        Assert.True(Finds(BookSearch.PublisherTerms("soner")));
        Assert.False(Finds(BookSearch.PublisherTerms("selma")));
    }

    [Fact]
    public void Sorting_LooksAtWordsOnly() => Assert.Equal("emile zola", BookSearch.SortKey("  Émile ZOLA! "));

    private static bool Finds(IEnumerable<string> terms) => terms.All(t => BookSearch.Of(Book).Contains(t, StringComparison.Ordinal));
}
