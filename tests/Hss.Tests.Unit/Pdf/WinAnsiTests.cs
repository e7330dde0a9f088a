using Hss.Silo.Pdf;

namespace Hss.Tests.Unit.Pdf;

public sealed class WinAnsiTests
{
    [Theory]
    [InlineData("Müller & Söhne, Straße 5", "Müller & Söhne, Straße 5")]
    [InlineData("£ 5 – 7 € “so”…", "£ 5 – 7 € “so”…")]
    [InlineData("Mu\u0308ller", "Müller")]
    [InlineData("Łódź Đorđe Şımarık Čapek Őze", "Lódz Dorde Simarik Capek Oze")]
    [InlineData("ﬁne −5 ₤", "fine -5 £")]
    [InlineData("日本 👗x", "?? ?x")]
    [InlineData("a\tb\r\nc\0d\u200be\u2003f", "a b  cde f")]
    [InlineData("ạ\u0302 e\u0323\u0301 Nguyễn Țepeș", "â é Nguyen Tepes")]
    public void Clean_KeepsWhatTheFontsHave_AndWritesTheRestAsNearAsItCan(string text, string clean)
    {
        Assert.Equal(clean, WinAnsi.Clean(text));
        Assert.Equal(clean, WinAnsi.Clean(clean));
    }

    [Fact]
    public void Clean_OfHalfACharacter_IsAQuestionMark() => Assert.Equal("?x?", WinAnsi.Clean("\ud800x\udc00"));

    [Fact]
    public void Code_IsWindows1252()
    {
        const string all = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ";
        byte[] codes = [0x80, 0x82, 0x83, 0x84, 0x85, 0x86, 0x87, 0x88, 0x89, 0x8a, 0x8b, 0x8c, 0x8e, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0x98, 0x99, 0x9a, 0x9b, 0x9c, 0x9e, 0x9f];
        Assert.Equal(codes, all.Select(WinAnsi.Code));
        for (var c = '\xa0'; c <= '\xff'; c++)
            Assert.Equal((byte)c, WinAnsi.Code(c));
        Assert.Equal(all, WinAnsi.Clean(all));
    }
}
