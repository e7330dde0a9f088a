using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Hss.Interfaces.Assets;
using Hss.Silo.Assets.Imports;

namespace Hss.Tests.Unit.Assets.Imports;

public sealed class ImportReaderTests
{
    private const string Header = "asset_tag,name,category_code,location_code,status,purchase_date,purchase_price,warranty_end,notes,model,serial_number,supplier\n";

    private static readonly ImportReferences References = ImportReferences.Of([("c-1", "LAPTOP"), ("c-2", "MOUSE")], [("l-1", "PG-MAIN")]);

    [Fact]
    public void File_WithoutFaults_GivesItsRows()
    {
        var file = Read(Header + "T-1,\"Desk \"\"A\"\", left\",LAPTOP,PG-MAIN,maintenance,2024-01-15,1200000.5,2027-01-15T10:00:00+09:00,\"two\nlines\",m,s,u\n\n,판교,MOUSE,,,,,,,,,\n");
        Assert.Equal((2, 0), (file.RowCount, file.TotalFaults));
        Assert.Equal(
            new(1, 2, "T-1", "maintenance", new("Desk \"A\", left", "c-1", "l-1", new(2024, 1, 15, 0, 0, 0, TimeSpan.Zero), 120_000_050, new(2027, 1, 15, 1, 0, 0, TimeSpan.Zero), "two\nlines", "m", "s", "u")),
            file.Rows[0]);
        Assert.Equal(new(2, 5, null, AssetStatus.Available, new("판교", "c-2", null, null, null, null, null, null, null, null)), file.Rows[1]);
    }

    [Theory]
    [InlineData("\ufeffname,category_code\r\na,LAPTOP\r\n")]
    [InlineData("Name , CATEGORY_CODE\ra,LAPTOP")]
    [InlineData("category_id,name\nc-1,a\n")]
    public void File_InAnyUsualForm_IsRead(string text)
    {
        var row = Assert.Single(Read(text).Rows);
        Assert.Equal((2, "a", "c-1"), (row.Line, row.Details.Name, row.Details.CategoryId));
    }

    [Theory]
    [InlineData("", "1  must name the columns")]
    [InlineData("\n\n", "1  must name the columns")]
    [InlineData("name,category_code\n", "2  must be a row")]
    [InlineData("name,category_code,colour\na,LAPTOP,red\n", "1 colour is no column of assets")]
    [InlineData("name,category_code,name\n", "1 name is there twice")]
    [InlineData("name,category_code,category_id\n", "1 category_id must not stand beside category_code")]
    [InlineData("asset_tag\n", "1 name is required|1 category_code is required")]
    [InlineData("name;category_code\n", "1 name;category_code is no column of assets|1 name is required|1 category_code is required")]
    [InlineData("name,category_code\n\"a,LAPTOP\nb,LAPTOP\n", "2  has quotes that do not fit together")]
    [InlineData("name,category_code\na\"b,LAPTOP\nc,LAPTOP\n", "2  has quotes that do not fit together")]
    [InlineData("name,category_code\na\nb,LAPTOP,x\n", "2  has 1 cells; the header has 2|3  has 3 cells; the header has 2")]
    public void File_WithoutTheFormOfOne_IsRefused(string text, string faults) => Expect(faults, Read(text));

    [Theory]
    [InlineData(",a,NONE,,,,,,,,,", "2 category_code names no category")]
    [InlineData(",a,laptop,,,,,,,,,", "2 category_code names no category")]
    [InlineData(",a,,,,,,,,,,", "2 category_code is required")]
    [InlineData(",a,LAPTOP,XX,,,,,,,,", "2 location_code names no location")]
    [InlineData(", ,LAPTOP,,,,,,,,,", "2 name is required")]
    [InlineData(",a,LAPTOP,,assigned,,,,,,,", "2 status must not be assigned")]
    [InlineData(",a,LAPTOP,,lost,,,,,,,", "2 status must be one of ['available', 'in_transit', 'maintenance', 'disposed']")]
    [InlineData(",a,LAPTOP,,,15.01.2024,,,,,,", "2 purchase_date must be a date")]
    [InlineData(",a,LAPTOP,,,2024-02-30,,,,,,", "2 purchase_date must be a date")]
    [InlineData(",a,LAPTOP,,,,-1,,,,,", "2 purchase_price must be between 0 and 9999999999.99")]
    [InlineData(",a,LAPTOP,,,,10000000000,,,,,", "2 purchase_price must be between")]
    [InlineData(",a,LAPTOP,,,,1.005,,,,,", "2 purchase_price must have at most 2 decimals")]
    [InlineData(",a,LAPTOP,,,,1e3,,,,,", "2 purchase_price must be a number")]
    [InlineData(",a,LAPTOP,,,,ten,soon,,,,", "2 purchase_price must be a number|2 warranty_end must be a date")]
    public void Row_WithFaults_IsNamedWithLineAndColumn(string row, string faults) => Expect(faults, Read(Header + row + "\n"));

    [Theory]
    [InlineData("asset_tag", 50)]
    [InlineData("name", 200)]
    [InlineData("notes", 1000)]
    [InlineData("model", 255)]
    [InlineData("serial_number", 255)]
    [InlineData("supplier", 255)]
    public void Text_BeyondItsLength_IsNamed(string column, int most)
    {
        var columns = Header.Trim().Split(',');
        string Row(int length) => string.Join(',', columns.Select(c => c == column ? new string('x', length) : c switch { "name" => "a", "category_code" => "LAPTOP", _ => "" }));
        Assert.Equal(0, Read(Header + Row(most)).TotalFaults);
        Expect($"2 {column} must have at most {most} characters", Read(Header + Row(most + 1)));
    }

    [Fact]
    public void Tags_ThatAreInTheFileTwice_AreNamedWithTheFirstLine() =>
        Expect("4 asset_tag is in line 2 already", Read(Header + "T-1,a,LAPTOP,,,,,,,,,\nT-2,a,LAPTOP,,,,,,,,,\nT-1,a,LAPTOP,,,,,,,,,\n"));

    [Fact]
    public void Faults_AfterRowsOfSeveralLines_HaveTheLineInWhichTheirRowBegins() =>
        Expect("5 status must be one of", Read(Header + ",\"a\r\nb\nc\",LAPTOP,,,,,,,,,\n,a,LAPTOP,,x,,,,,,,\n"));

    [Fact]
    public void File_OfAnotherEncoding_IsNamedWithTheLine()
    {
        Expect("3  is not UTF-8", ImportReader.Read(Encoding.Latin1.GetBytes("name,category_code\na,LAPTOP\nBüro,LAPTOP\n"), References));
        Expect("1  is not UTF-8", ImportReader.Read([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("name,category_code\n")], References));
        Expect("2  has a NUL character", Read("name,category_code\na\0,LAPTOP\n"));
    }

    [Fact]
    public void Faults_AreAllCounted_AndTheFirstThousandNamed()
    {
        var file = Read("name,category_code\n" + string.Concat(Enumerable.Repeat("a,NONE\n", 2500)));
        Assert.Equal((2500, 1000, 2500, 0), (file.RowCount, file.Faults.Length, file.TotalFaults, file.Rows.Length));
    }

    [Fact]
    public void Rows_BeyondTheMost_AreRefused()
    {
        var most = "name,category_code\n" + string.Concat(Enumerable.Repeat("a,MOUSE\n", 10_000));
        Assert.Equal((10_000, 0), (Read(most).Rows.Length, Read(most).TotalFaults));
        Expect("10002  is beyond the 10000 rows that a file may have", Read(most + "a,MOUSE\nb,MOUSE\n"));
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+49 30", "'+49 30")]
    [InlineData("-1", "'-1")]
    [InlineData("@x", "'@x")]
    [InlineData("\tx", "'\tx")]
    [InlineData("'=x", "''=x")]
    [InlineData("'x", "'x")]
    [InlineData("a=b", "a=b")]
    [InlineData("", "")]
    public void Formulas_AreGuarded_AndReadAgainAsTheyWere(string text, string cell)
    {
        Assert.Equal(cell, FormulaGuard.Protect(text));
        Assert.Equal(text, FormulaGuard.Open(cell));
    }

    [Fact]
    public void AnyText_GuardedAndOpened_IsTheSame_AndBeginsNoFormula() => Prop.ForAll(
        ArbMap.Default.ArbFor<string>(),
        text => text is null || (FormulaGuard.Open(FormulaGuard.Protect(text)) == text && FormulaGuard.Protect(text) is not ['=' or '+' or '-' or '@' or '\t', ..])).QuickCheckThrowOnFailure();

    private static ImportFile Read(string text) => ImportReader.Read(Encoding.UTF8.GetBytes(text), References);

    private static void Expect(string faults, ImportFile file)
    {
        var expected = faults.Split('|');
        Assert.Equal(expected.Length, file.TotalFaults);
        Assert.All(expected.Zip(file.Faults), pair => Assert.StartsWith(pair.First, $"{pair.Second.Line} {pair.Second.Column} {pair.Second.Phrase}", StringComparison.Ordinal));
    }
}
