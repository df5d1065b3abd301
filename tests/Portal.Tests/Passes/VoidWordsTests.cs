using Portal.Passes;

namespace Portal.Tests.Passes;

public sealed class VoidWordsTests
{
    [Theory]
    [InlineData(true, 0, "Wallet will show it greyed and invalid wherever it is added from now on; it is on no phone yet. You can undo this.", "Void")]
    [InlineData(true, 1, "Wallet will show it greyed and invalid on 1 phone. You can undo this.", "Void and update 1 phone")]
    [InlineData(false, 2, "Wallet will show it as valid on 2 phones. You can undo this.", "Make valid and update 2 phones")]
    public void The_question_and_the_button_count_the_phones(bool voids, int phones, string question, string action) =>
        Assert.Equal((question, action), (VoidWords.Question(voids, phones), VoidWords.Action(voids, phones)));

    [Theory]
    [InlineData(0, "On no phone yet, so nobody is told.")]
    [InlineData(1, "It goes to 1 phone.")]
    [InlineData(2, "It goes to 2 phones.")]
    public void A_save_says_who_is_told(int phones, string words) => Assert.Equal(words, SaveWords.WhoIsTold(phones));
}
