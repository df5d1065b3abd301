using System.Globalization;

namespace Passbook.Generator.Tests.Validation;

public sealed class CurrencyTests
{
    [Fact]
    public void IsKnown_EveryCurrencyOfTheCulturesOfThisMachine_IsTrue()
    {
        var used = CultureInfo.GetCultures(CultureTypes.SpecificCultures).Select(culture => new RegionInfo(culture.Name).ISOCurrencySymbol)
            .Where(code => code.Length == 3 && code.All(char.IsAsciiLetterUpper)).Distinct(StringComparer.Ordinal).ToArray();

        Assert.NotEmpty(used);
        Assert.All(used, code => Assert.True(Currency.IsKnown(code), code));
    }

    [Theory]
    [InlineData("")]
    [InlineData("eur")]
    [InlineData("XAU")]
    [InlineData("DEM")]
    public void IsKnown_WhatNobodyPaysWith_IsFalse(string code) => Assert.False(Currency.IsKnown(code));
}
