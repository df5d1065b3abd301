using System.Collections.Immutable;
using Portal.Data.Designs;
using Portal.Designs;

namespace Portal.Tests.Designs;

public sealed class DesignDocumentJsonTests
{
    [Fact]
    public void Read_WhatWasWritten_WritesTheSameAgain()
    {
        var document = Sample.Design([Sample.Of(FieldKind.Money, "balance"), Sample.Text("name", "Ann")], Sample.Shown("balance", "{{balance}}")) with
        {
            HolderField = "name",
            Images = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add("icon@2x.png", "ab12"),
        };

        var json = DesignDocumentJson.Write(document);
        var read = DesignDocumentJson.Read(json);

        Assert.Equal(json, DesignDocumentJson.Write(read));
        Assert.Equal(document.Pass, read.Pass);
        Assert.Equal(FieldKind.Money, read.Fields[0].Kind);
        Assert.Equal(("name", "ab12"), (read.HolderField, read.Images["icon@2x.png"]));
    }

    [Fact]
    public void Write_NamesKindsAndLeavesOutWhatIsNotSet()
    {
        var json = DesignDocumentJson.Write(Sample.Design([Sample.Of(FieldKind.Number, "points")]));

        Assert.Contains("\"kind\":\"number\"", json, StringComparison.Ordinal);
        Assert.DoesNotContain("null", json, StringComparison.Ordinal);
    }
}
